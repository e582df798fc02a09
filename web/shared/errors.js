// Errors with a code of our own, which programs and consoles are told.

/**
 * The codes. Hosts compile against them, so the list is among the types of the element.
 * @typedef {import("../../npm/entry-checker.js").EntryCheckerErrorCode} ErrorCode
 */

/** An error with a code. It is a field: a page that has put a setter of that name on every object cannot swallow it. */
class CodedError extends Error {
  /** @type {ErrorCode} */
  code;

  /**
   * @param {ErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * Makes an error with a code, and with a message that says more where there is more to say.
 * @param {ErrorCode} code
 * @param {string} [message]
 */
export const codedError = (code, message = code) => new CodedError(code, message);

/**
 * Returns the code of what was caught. An error of the browser's own has none, and counts as E_START.
 * @param {unknown} error
 * @returns {ErrorCode}
 */
export const codeOf = (error) => /** @type {{ code?: ErrorCode }} */ (error).code ?? "E_START";

/**
 * Says a code in the console.
 * @param {ErrorCode} code
 */
export const warnCode = (code) => console.warn(`entry-checker: ${code}`);
