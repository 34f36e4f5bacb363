//! Which tables hold a character: made of the tables when the crate is compiled.

#![expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "it happens while compiling, and says so there if it fails; there are fewer kinds than 256"
)]

use super::locking::{self, Cells};
use super::single;

/// The tables that hold a character, a bit each by the language's identifier; bit 0 is the default alphabet, or the extension
/// table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::text) struct Tables {
    pub(in crate::text) locking: u16,
    pub(in crate::text) single: u16,
}

/// Characters in a row that are in the same tables.
#[derive(Clone, Copy)]
struct Run {
    first: u16,
    length: u8,
    /// Which of the kinds of characters: those in the same tables are of one.
    kind: u8,
}

/// The tables that can hold that character.
#[cfg_attr(small, optimize(speed))]
pub(in crate::text) fn tables_of(character: char) -> Tables {
    let Ok(code) = u16::try_from(u32::from(character)) else { return Tables::default() };
    let behind = RUNS.partition_point(|run| run.first <= code);
    let run =
        behind.checked_sub(1).and_then(|place| RUNS.get(place)).filter(|run| code - run.first < u16::from(run.length));
    run.and_then(|run| KINDS.get(usize::from(run.kind))).copied().unwrap_or_default()
}

const LOCKING: [(u8, &Cells); 13] = [
    (0, &locking::DEFAULT),
    (1, &locking::TURKISH),
    (3, &locking::PORTUGUESE),
    (4, &locking::BENGALI),
    (5, &locking::GUJARATI),
    (6, &locking::HINDI),
    (7, &locking::KANNADA),
    (8, &locking::MALAYALAM),
    (9, &locking::ORIYA),
    (10, &locking::PUNJABI),
    (11, &locking::TAMIL),
    (12, &locking::TELUGU),
    (13, &locking::URDU),
];

const SINGLE: [&Cells; 14] = [
    &single::EXTENSION,
    &single::TURKISH,
    &single::SPANISH,
    &single::PORTUGUESE,
    &single::BENGALI,
    &single::GUJARATI,
    &single::HINDI,
    &single::KANNADA,
    &single::MALAYALAM,
    &single::ORIYA,
    &single::PUNJABI,
    &single::TAMIL,
    &single::TELUGU,
    &single::URDU,
];

/// More characters, kinds and runs than there are.
const ROOM: usize = 1200;

const NOWHERE: Tables = Tables { locking: 0, single: 0 };

struct Building {
    /// The characters of all tables, sorted.
    characters: [(u16, Tables); ROOM],
    count: usize,
    kinds: [Tables; ROOM],
    kind_count: usize,
    runs: [Run; ROOM],
    run_count: usize,
}

impl Building {
    /// Enters a character of a table; all stay sorted.
    const fn enter(&mut self, code: u16, locking: u16, single: u16) {
        let mut place = 0;
        let mut behind = self.count;
        while place < behind {
            let middle = usize::midpoint(place, behind);
            if self.characters[middle].0 < code {
                place = middle + 1;
            } else {
                behind = middle;
            }
        }
        if place == self.count || self.characters[place].0 != code {
            let mut last = self.count;
            while last > place {
                self.characters[last] = self.characters[last - 1];
                last -= 1;
            }
            self.characters[place] = (code, NOWHERE);
            self.count += 1;
        }
        self.characters[place].1.locking |= locking;
        self.characters[place].1.single |= single;
    }

    /// The kind of characters that are in these tables.
    const fn kind(&mut self, tables: Tables) -> u8 {
        let mut kind = 0;
        while kind < self.kind_count {
            if self.kinds[kind].locking == tables.locking && self.kinds[kind].single == tables.single {
                return kind as u8;
            }
            kind += 1;
        }
        self.kinds[kind] = tables;
        self.kind_count += 1;
        kind as u8
    }

    /// Enters the next of the sorted characters: into the run at hand if it goes on with it.
    const fn run_on(&mut self, (code, tables): (u16, Tables)) {
        let kind = self.kind(tables);
        if self.run_count > 0 {
            let last = &mut self.runs[self.run_count - 1];
            if last.kind == kind && last.first + last.length as u16 == code && last.length < u8::MAX {
                last.length += 1;
                return;
            }
        }
        self.runs[self.run_count] = Run { first: code, length: 1, kind };
        self.run_count += 1;
    }
}

const fn build() -> Building {
    let mut building = Building {
        characters: [(0, NOWHERE); ROOM],
        count: 0,
        kinds: [NOWHERE; ROOM],
        kind_count: 0,
        runs: [Run { first: 0, length: 0, kind: 0 }; ROOM],
        run_count: 0,
    };
    let mut cell = 0;
    while cell < 128 {
        let mut table = 0;
        while table < LOCKING.len() {
            let (language, cells) = LOCKING[table];
            if cells[cell] != 0 {
                building.enter(cells[cell], 1 << language, 0);
            }
            table += 1;
        }
        let mut language = 0;
        while language < SINGLE.len() {
            let code = SINGLE[language][cell];
            // Telugu's `€` is never sent; see `single_septet`.
            if code != 0 && !(language == 12 && code == 0x20AC) {
                building.enter(code, 0, 1 << language);
            }
            language += 1;
        }
        cell += 1;
    }
    let mut place = 0;
    while place < building.count {
        building.run_on(building.characters[place]);
        place += 1;
    }
    building
}

#[allow(long_running_const_eval, reason = "some million steps, once")]
const BUILT: Building = build();

static KINDS: [Tables; BUILT.kind_count] = {
    let mut kinds = [NOWHERE; BUILT.kind_count];
    let mut kind = 0;
    while kind < kinds.len() {
        kinds[kind] = BUILT.kinds[kind];
        kind += 1;
    }
    kinds
};

static RUNS: [Run; BUILT.run_count] = {
    let mut runs = [BUILT.runs[0]; BUILT.run_count];
    let mut run = 0;
    while run < runs.len() {
        runs[run] = BUILT.runs[run];
        run += 1;
    }
    runs
};
