//! A reader of our own style sheets, which nest no deeper than one `@media`.

/// What is declared for a selector, in the medium of an `@media` around it.
pub struct Rule {
    pub media: String,
    pub selector: String,
    pub declarations: Vec<(String, String)>,
}

/// The style sheet without its comments.
pub fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    first + &parts.filter_map(|part| part.split_once("*/")).map(|(_, rest)| rest).collect::<String>()
}

/// Every rule of a style sheet.
pub fn rules(text: &str) -> Vec<Rule> {
    let text = without_comments(text);
    let mut rules = Vec::new();
    let mut media = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = (rest[..at].trim(), &rest[at + 1..]);
        if rest[at..].starts_with('}') {
            media.clear();
            rest = after;
        } else if before.starts_with("@media") {
            media = before.into();
            rest = after;
        } else {
            let (inside, after) = after.split_once('}').expect("a rule is closed");
            let selector = before.rsplit(';').next().unwrap_or_default().trim().to_string();
            rules.push(Rule { media: media.clone(), selector, declarations: declarations(inside) });
            rest = after;
        }
    }
    rules
}

fn declarations(inside: &str) -> Vec<(String, String)> {
    let each = inside.split(';').filter_map(|one| one.split_once(':'));
    each.map(|(property, value)| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        (property.trim().to_string(), value)
    })
    .collect()
}
