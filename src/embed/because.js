// The reason why something could not be had, as a code.

/** An error with a code: a field, which no page that has put that name on every object can keep from being set. */
class Coded extends Error {
  code;

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export const because = (code, message = code) => new Coded(code, message);
