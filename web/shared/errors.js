// Errors with a code of our own, which programs and consoles are told.

/** An error with a code. It is a field: a page that has put a setter of that name on every object cannot swallow it. */
class CodedError extends Error {
  code;

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Makes an error with a code, and with a message that says more where there is more to say. */
export const codedError = (code, message = code) => new CodedError(code, message);
