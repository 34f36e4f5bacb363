// What a test wants to look at that is thrown, for whichever engine runs it: nothing of Node is used here.

/** What `run` throws; an error of its own if that throws nothing. */
export function thrown(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
