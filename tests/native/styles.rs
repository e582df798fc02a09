//! The looks, as far as they can be read without a browser: the contrast of the colours, that every colour is a token,
//! that nothing moves or needs a mouse, and that components and style sheets belong together.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::css::{Rule, rules, without_comments};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names in a folder that end so, without the ending.
fn names(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder").flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.strip_suffix(ending).map(str::to_string)).collect()
}

/// Every style sheet but the tokens, by its path.
fn sheets() -> Vec<(String, String)> {
    let components = names("styles/components", ".css").into_iter().map(|name| format!("components/{name}"));
    let all = ["base", "print", "rules", "widget"].map(String::from).into_iter().chain(components);
    all.map(|name: String| (name.clone(), read(&format!("styles/{name}.css")))).collect()
}

/// What the tokens are, in the light and in the dark.
fn tokens() -> [BTreeMap<String, String>; 2] {
    let text = read("styles/tokens.css");
    let mut light = BTreeMap::new();
    let mut dark = BTreeMap::new();
    for Rule { media, declarations, .. } in rules(&text) {
        let into = if media.is_empty() { &mut light } else { &mut dark };
        into.extend(declarations);
    }
    let mut all = light.clone();
    all.extend(dark);
    [light, all]
}

/// How light a colour is, as WCAG 2 reckons it.
fn luminance(hex: &str) -> f64 {
    let digits = hex.strip_prefix('#').unwrap_or_else(|| panic!("{hex} is not #rgb or #rrggbb"));
    let wide = digits.len() == 6;
    let channel = |at: usize| {
        let part = if wide { digits[at * 2..at * 2 + 2].to_string() } else { digits[at..=at].repeat(2) };
        let value = f64::from(u8::from_str_radix(&part, 16).expect("hex")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_reckoned_as_it_is_defined() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 0.001);
    assert!((contrast("#777777", "#fff") - 4.478).abs() < 0.001);
}

/// The pairs that the tokens' file lists: how much, what, on what.
fn pairs(text: &str) -> Vec<(f64, String, String)> {
    let mut pairs = Vec::new();
    for line in text.lines() {
        let Some((before, after)) = line.split_once(" on  ") else { continue };
        let mut before = before.split_whitespace();
        let least = before.next().and_then(|number| number.parse().ok());
        let (Some(least), Some(drawn)) = (least, before.next()) else { continue };
        let grounds = after.split("  ").next().unwrap_or_default();
        pairs.extend(grounds.split_whitespace().map(|ground| (least, drawn.to_string(), ground.to_string())));
    }
    pairs
}

#[test]
fn each_pair_of_colours_is_far_enough_apart() {
    let pairs = pairs(&read("styles/tokens.css"));
    assert!(pairs.len() > 30, "{} pairs", pairs.len());
    let mut named = BTreeSet::new();
    for (tokens, look) in tokens().iter().zip(["light", "dark"]) {
        let colour = |name: &str| {
            let name = format!("--ec-color-{name}");
            tokens.get(&name).unwrap_or_else(|| panic!("{name} is not there"))
        };
        for (least, drawn, ground) in &pairs {
            let is = contrast(colour(drawn), colour(ground));
            assert!(is >= *least, "{drawn} on {ground} in the {look}: {is:.2}, and at least {least} is wanted");
            named.extend([format!("--ec-color-{drawn}"), format!("--ec-color-{ground}")]);
        }
    }
    // Lines between things only decorate; every other colour has a use that was measured.
    named.insert("--ec-color-line".into());
    let [light, _] = tokens();
    let colours: BTreeSet<String> = light.into_keys().filter(|name| name.starts_with("--ec-color-")).collect();
    assert_eq!(colours, named, "colours, and those of pairs");
}

/// What a colour may be that is no token: none, the one around it, or the reader's own where colours are forced.
const FREE: [&str; 8] =
    ["transparent", "currentcolor", "inherit", "none", "Canvas", "CanvasText", "Highlight", "HighlightText"];
/// Words of such a declaration that are no colours.
const BESIDE: [&str; 10] = [
    "solid",
    "dashed",
    "inset",
    "center",
    "contain",
    "no-repeat",
    "collapse",
    "/",
    "url(\"./icon.svg\")",
    "!important",
];

#[test]
fn every_colour_is_a_token() {
    let paint = |property: &str| {
        ["background", "border", "outline"].iter().any(|one| property.starts_with(one))
            || property.ends_with("color")
            || ["fill", "stroke", "box-shadow"].contains(&property)
    };
    for (name, text) in sheets() {
        for Rule { media, selector, declarations } in rules(&text) {
            for (property, value) in declarations.iter().filter(|(property, _)| paint(property)) {
                for word in value.split([' ', ',']).filter(|word| !word.is_empty()) {
                    let size = word.starts_with(|first: char| first.is_ascii_digit() || ".-".contains(first));
                    let token = word.starts_with("var(--ec-");
                    assert!(
                        size || token || FREE.contains(&word) || BESIDE.contains(&word),
                        "{name}: {media} {selector} {{ {property}: {value} }} is no token"
                    );
                }
            }
        }
    }
}

#[test]
fn every_token_that_is_used_is_there_and_the_other_way_round() {
    let [light, _] = tokens();
    let text: String = sheets().into_iter().map(|(_, text)| without_comments(&text)).collect();
    let parts = text.split("var(").skip(1);
    let used: BTreeSet<&str> = parts.filter_map(|rest| rest.split([')', ',']).next()).collect();
    let known: BTreeSet<&str> = light.keys().map(String::as_str).filter(|name| name.starts_with("--")).collect();
    assert_eq!(used, known, "used in a style sheet, and in tokens.css");
}

/// WCAG 2.2.1, 2.3.3, 2.5.7: nothing moves by itself, and what a mouse brings out is only looks.
#[test]
fn nothing_moves_and_nothing_needs_a_mouse() {
    for (name, text) in sheets() {
        for Rule { media, selector, declarations } in rules(&text) {
            for (property, value) in &declarations {
                // What takes no time shows something at once, and moves nothing.
                let takes_time = !value.contains(" 0s ");
                let names = ["animation", "transition", "scroll-behavior"];
                let moves = takes_time && names.iter().any(|one| property.starts_with(one));
                assert!(
                    !moves || media.contains("prefers-reduced-motion: no-preference"),
                    "{name}: {selector} {{ {property} }} moves for those who asked for no motion"
                );
                let shows = ["display", "visibility", "opacity", "content", "height", "position", "clip-path"];
                assert!(
                    !selector.contains(":hover") || !shows.contains(&property.as_str()),
                    "{name}: {selector} {{ {property}: {value} }} shows something to a mouse alone"
                );
            }
        }
    }
}

/// No size in pixels for type, so that it grows with the reader's own; and nothing from another host.
#[test]
fn type_grows_and_nothing_comes_from_elsewhere() {
    for (name, text) in sheets() {
        let here = text.split("url(").skip(1).all(|rest| rest.starts_with("\"./"));
        assert!(here && !text.contains("@font-face") && !text.contains("@import"), "{name}");
        for Rule { selector, declarations, .. } in rules(&text) {
            for (property, value) in declarations.iter().filter(|(property, _)| property.starts_with("font")) {
                assert!(!value.contains("px"), "{name}: {selector} {{ {property}: {value} }}");
            }
        }
    }
}

#[test]
fn each_component_has_its_style_sheet_and_each_is_taken_in() {
    let sheets = names("styles/components", ".css");
    // What looks as the browser shows it, or as `styles/base.css` says, has no sheet of its own.
    let plain = ["mod", "external_link", "heading"];
    for component in names("src/app/components", ".rs").iter().filter(|name| !plain.contains(&name.as_str())) {
        assert!(sheets.contains(&component.replace('_', "-")), "{component} has no style sheet");
    }
    let index = read("styles/index.css");
    let taken: BTreeSet<String> = index
        .lines()
        .filter_map(|line| Some(line.strip_prefix("@import \"components/")?.strip_suffix(".css\";")?.to_string()))
        .collect();
    assert_eq!(taken, sheets);
}
