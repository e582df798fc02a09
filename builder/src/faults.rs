//! What becomes of a fault in the page's program (a panic): the glue tells the page of it.
//!
//! As wasm-bindgen writes it, a fault in what the browser calls (a listener, a task) is an uncaught error of the page, and
//! the browser goes on calling a program whose state may be half changed. Here it is called no more, and whoever gave
//! `onFault` a function is told, once.

use crate::run::Result;
use crate::site::Site;

const GLUE: &str = "checker.js";

/// Where the browser calls the program, and what stands there instead.
const CALLS: [(&str, &str); 2] = [
    ("return f(state.a, state.b, ...args);", "if (!faulty) return f(state.a, state.b, ...args);"),
    ("return f(a, state.b, ...args);", "if (!faulty) return f(a, state.b, ...args);"),
];
const THEN: &str = "\n        } catch (error) {\n            fault(error);";
const TOLD: &str = "
let faulty = false;
let tell = (error) => { throw error; };
function fault(error) {
    if (faulty) return;
    faulty = true;
    tell(error);
}
/** Tells of a fault in the program, which is not called by the browser any more. */
export function onFault(told) {
    tell = told;
}
";

/// Puts this into the glue.
pub fn tell(site: &Site) -> Result {
    let mut script = site.text(GLUE)?;
    for (call, instead) in CALLS {
        if script.matches(call).count() != 1 {
            return Err(format!("{GLUE} does not hold \"{call}\" once; has wasm-bindgen changed what it writes?"));
        }
        script = script.replace(call, &format!("{instead}{THEN}"));
    }
    site.write(GLUE, script + TOLD)
}
