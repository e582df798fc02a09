//! What the engine hands out is right on a page that has put keys on every object.
//!
//! serde-wasm-bindgen puts an object together by assignment: `object[key] = value`. Where a page has put a setter, or a
//! key that cannot be written, of that name on `Object.prototype`, the assignment calls the setter or throws, and the value
//! is lost. Here the glue looks first: a key that the object inherits is defined, and every other one is assigned, which
//! is several times as fast. The objects and lists themselves are literals, which a page cannot change as it can `Object`.

use crate::run::Result;
use crate::site::Site;

const GLUE: &str = "engine-wasm.js";

/// What wasm-bindgen writes for js-sys and serde-wasm-bindgen, and what stands there instead.
const REPLACED: [(&str, &str); 4] = [
    ("const ret = new Object();", "const ret = {};"),
    ("const ret = new Array();", "const ret = [];"),
    ("arg0[arg1] = arg2;", "assign(arg0, arg1, arg2);"),
    ("arg0[arg1 >>> 0] = arg2;", "assign(arg0, arg1 >>> 0, arg2);"),
];
const ASSIGN: &str = "
const { defineProperty } = Object;
function assign(object, key, value) {
    if (key in object) {
        defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
    } else {
        object[key] = value;
    }
}
";

/// Puts this into the glue.
pub fn guard(site: &Site) -> Result {
    let mut script = site.text(GLUE)?;
    for (written, instead) in REPLACED {
        if script.matches(written).count() != 1 {
            return Err(format!("{GLUE} does not hold \"{written}\" once; has wasm-bindgen changed what it writes?"));
        }
        script = script.replace(written, instead);
    }
    site.write(GLUE, script + ASSIGN)
}
