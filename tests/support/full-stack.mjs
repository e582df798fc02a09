// A caller whose stack is full, as after a recursion without an end.

/**
 * Fills the stack, and on the way back asks from each depth until it is answered. Gives the answer, and what else came of it
 * than the engine's own error for a full stack.
 */
export function fromFullStack(ask) {
  const others = new Set();
  let tries = 0;
  const deeper = () => {
    try {
      return deeper();
    } catch {
      // Full, or not answered from one call further down.
    }
    tries += 1;
    try {
      return ask();
    } catch (error) {
      // Not by a pattern: without room to compile one, V8 ends the whole process.
      if (!["call stack", "recursion"].some((words) => error.message.includes(words))) others.add(`${error.name} ${error.message}`);
      throw error;
    }
  };
  return { answer: deeper(), others: [...others], tries };
}
