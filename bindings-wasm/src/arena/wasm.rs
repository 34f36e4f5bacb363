//! The module's memory. What a call takes is let go of as a whole once JavaScript has copied the answer, so taking memory
//! is an addition, and giving a piece of it back is nothing at all: the compiler leaves out whatever would only free.
//! What outlives its call, a plan, is made [`within`] an arena of its own.
//!
//! An arena takes memory from blocks, and blocks that no arena has any more are spare ones for the next. That this is sound
//! rests on one rule: what is made within an arena is used only while that arena lives. JavaScript keeps it by calling
//! [`release`] when it has copied what the last call gave, and plans by being the only state there is.
#![expect(unsafe_code, reason = "an allocator, and its one state in a module that has one thread")]

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr::{self, null_mut};

/// Bytes of a page of WebAssembly's memory.
const PAGE: usize = 1 << 16;
/// The least bytes of a block.
const LEAST: usize = 1 << 14;

/// What stands at the start of a block.
struct Block {
    next: *mut Block,
    /// Bytes of all of it.
    size: usize,
}

const HEAD: usize = size_of::<Block>();

/// Memory that is let go of as a whole.
pub(crate) struct Arena {
    /// The blocks, the one that is being filled first.
    blocks: *mut Block,
    /// The next free byte.
    next: usize,
    /// Where the first block ends.
    end: usize,
    /// Bytes of all blocks.
    size: usize,
}

/// The arena that memory is taken from, and the blocks that are nobody's.
struct Memory {
    current: Arena,
    spare: *mut Block,
    is_begun: bool,
}

struct Global(UnsafeCell<Memory>);

// Sound: the target has no threads.
unsafe impl Sync for Global {}

#[global_allocator]
static GLOBAL: Global = Global(UnsafeCell::new(Memory { current: Arena::new(), spare: null_mut(), is_begun: false }));

unsafe extern "C" {
    /// Where the linker's data ends.
    static __heap_base: u8;
}

/// Runs something that takes its memory from that arena.
pub(crate) fn within<T>(arena: &mut Arena, work: impl FnOnce() -> T) -> T {
    // Nothing holds on to the state across `work`, which takes memory itself.
    let swap = |arena: &mut Arena| unsafe { ptr::swap(&raw mut (*GLOBAL.0.get()).current, arena) };
    swap(arena);
    let done = work();
    swap(arena);
    done
}

/// Lets go of all that was taken outside of arenas.
pub(crate) fn release() {
    let memory = unsafe { &mut *GLOBAL.0.get() };
    let first = memory.current.blocks;
    if first.is_null() {
        return;
    }
    // The newest block is the largest. It stays, so that most calls never look for another.
    unsafe {
        memory.put_back((*first).next);
        (*first).next = null_mut();
        memory.current.size = (*first).size;
    }
    memory.current.next = first as usize + HEAD;
}

impl Arena {
    pub(crate) const fn new() -> Arena {
        Arena { blocks: null_mut(), next: 0, end: 0, size: 0 }
    }

    /// How many bytes it has, full or not.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// Moves the next free byte behind so many more, if there is room.
    #[inline]
    fn take(&mut self, layout: Layout) -> Option<usize> {
        let start = self.next.checked_next_multiple_of(layout.align())?;
        let next = start.checked_add(layout.size()).filter(|next| *next <= self.end)?;
        self.next = next;
        Some(start)
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        unsafe { (*GLOBAL.0.get()).put_back(self.blocks) }
    }
}

impl Memory {
    /// Makes room in the current arena.
    #[cold]
    #[inline(never)]
    fn make_room(&mut self, layout: Layout) -> Option<usize> {
        if !self.is_begun {
            self.is_begun = true;
            let base = (&raw const __heap_base as usize).next_multiple_of(align_of::<u64>());
            self.put_back(block(base, top().saturating_sub(base)));
        }
        let needed = layout.size().checked_add(HEAD + layout.align())?;
        // Larger steps for larger arenas, so that there are few.
        let wanted = needed.max(self.current.size).max(LEAST);
        let arena = &mut self.current;
        if arena.end == top() && !arena.blocks.is_null() {
            let more = (wanted / 4).max(needed).div_ceil(PAGE);
            grow(more)?;
            arena.end += more * PAGE;
            arena.size += more * PAGE;
            unsafe { (*arena.blocks).size += more * PAGE };
            return arena.take(layout);
        }
        let found = self.spare_block(needed, wanted)?;
        let arena = &mut self.current;
        unsafe {
            (*found).next = arena.blocks;
            arena.size += (*found).size;
            arena.end = found as usize + (*found).size;
        }
        arena.next = found as usize + HEAD;
        arena.blocks = found;
        arena.take(layout)
    }

    /// A block of at least `needed` bytes and not many more than `wanted`: the smallest spare one that is enough, or new
    /// memory.
    fn spare_block(&mut self, needed: usize, wanted: usize) -> Option<*mut Block> {
        let mut best: *mut *mut Block = null_mut();
        let mut here = &raw mut self.spare;
        unsafe {
            while !(*here).is_null() {
                let size = (**here).size;
                if size >= needed && (best.is_null() || size < (**best).size) {
                    best = here;
                }
                here = &raw mut (**here).next;
            }
            let found = if best.is_null() {
                let pages = wanted.div_ceil(PAGE);
                block(grow(pages)?, pages * PAGE)
            } else {
                let found = *best;
                *best = (*found).next;
                found
            };
            // What is not wanted is left for another.
            let size = (*found).size;
            let kept = wanted.next_multiple_of(LEAST);
            if size >= kept.saturating_add(LEAST) {
                (*found).size = kept;
                self.put_back(block(found as usize + kept, size - kept));
            }
            Some(found)
        }
    }

    /// Takes back a list of blocks.
    fn put_back(&mut self, mut blocks: *mut Block) {
        while !blocks.is_null() {
            unsafe {
                let next = (*blocks).next;
                (*blocks).next = self.spare;
                self.spare = blocks;
                blocks = next;
            }
        }
    }
}

/// Makes a block of memory that is nobody's.
fn block(at: usize, size: usize) -> *mut Block {
    let block = ptr::with_exposed_provenance_mut::<Block>(at);
    unsafe { block.write(Block { next: null_mut(), size }) };
    block
}

/// Where the memory ends.
fn top() -> usize {
    core::arch::wasm32::memory_size::<0>() * PAGE
}

/// Gets so many more pages; gives where they begin.
fn grow(pages: usize) -> Option<usize> {
    let before = core::arch::wasm32::memory_grow::<0>(pages);
    (before != usize::MAX).then_some(before * PAGE)
}

unsafe impl GlobalAlloc for Global {
    #[inline(never)]
    #[cfg_attr(small, optimize(speed))]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let memory = unsafe { &mut *self.0.get() };
        let taken = memory.current.take(layout).or_else(|| memory.make_room(layout));
        taken.map_or(null_mut(), ptr::with_exposed_provenance_mut)
    }

    #[inline(always)]
    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    /// What was taken last grows where it is, and nothing moves to shrink.
    #[inline(never)]
    #[cfg_attr(small, optimize(speed))]
    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if size <= layout.size() {
            return old;
        }
        let memory = unsafe { &mut *self.0.get() };
        let is_last = old as usize + layout.size() == memory.current.next;
        if is_last {
            memory.current.next = old as usize;
        }
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !new.is_null() && new != old {
            unsafe { ptr::copy(old, new, layout.size()) };
        }
        new
    }
}
