//! What a development build contains beside the site: the page loads itself anew once it was built again.

use std::time::SystemTime;

use crate::page::PAGE;
use crate::run::Result;
use crate::site::Site;

const SCRIPT: &str = "<script type=\"module\" src=\"reload.js\"></script>";

/// Adds the script to the page, and writes the text that it looks at. No file is kept for offline use.
pub fn add(site: &Site) -> Result {
    let page = site.text(PAGE)?;
    let (head, rest) = page.split_once("</head>").ok_or_else(|| format!("{PAGE} has no head"))?;
    site.write(PAGE, format!("{head}{SCRIPT}</head>{rest}"))?;
    site.copy("web/dev/reload.js", "reload.js")?;
    site.copy("web/dev/sw.js", "sw.js")?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_err(|error| error.to_string())?;
    site.write("reload.txt", now.as_nanos().to_string())
}
