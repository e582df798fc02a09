//! What one Rust file declares, imports and names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};

/// The names of a path.
pub type Names = Vec<String>;

/// What stands in the file of a module.
pub struct Source {
    module: Names,
    /// The modules that it declares, whether their files are of this program or not.
    pub modules: BTreeSet<String>,
    /// What it imports or re-exports, by the name that it has here, each from the root of the program.
    pub uses: BTreeMap<String, Names>,
    /// Every path in its code, as written.
    paths: Vec<Names>,
}

impl Source {
    /// Reads the file of a module.
    pub fn read(module: &[String], text: &str) -> Source {
        let mut tokens = Vec::new();
        flatten(text.parse().expect("a source is Rust"), &mut tokens);
        let declared = tokens.windows(3).filter(|three| three[0] == "mod" && three[2] == ";");
        let modules = declared.map(|three| three[1].clone()).collect();
        let mut source = Source { module: module.to_vec(), modules, uses: BTreeMap::new(), paths: Vec::new() };
        source.scan(&tokens);
        source
    }

    /// Every path in its code that leads into the program, from the root of the program.
    pub fn paths(&self) -> impl Iterator<Item = Names> {
        self.paths.iter().filter_map(|names| self.absolute(names))
    }

    fn scan(&mut self, tokens: &[String]) {
        let token = |at: usize| tokens.get(at).map_or("", String::as_str);
        let mut at = 0;
        while at < tokens.len() {
            match (token(at), token(at + 2)) {
                // A module inside the file holds its tests, or constants without paths.
                ("mod", "{") => at = closing(tokens, at + 2),
                ("use", _) => at = self.read_use(tokens, at + 1, &[]),
                (name, _) if is_name(name) && (at == 0 || ![".", "::"].contains(&token(at - 1))) => {
                    let mut names = vec![name.to_string()];
                    while token(at + 1) == "::" && is_name(token(at + 2)) {
                        names.push(token(at + 2).to_string());
                        at += 2;
                    }
                    self.paths.extend((names.len() > 1).then_some(names));
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }

    /// Reads what a `use` names behind some names, and returns the place behind it.
    fn read_use(&mut self, tokens: &[String], mut at: usize, before: &[String]) -> usize {
        let mut names = before.to_vec();
        loop {
            match tokens.get(at).map_or(";", String::as_str) {
                "::" => at += 1,
                "{" => {
                    let end = closing(tokens, at);
                    at += 1;
                    while at < end {
                        at = self.read_use(tokens, at, &names);
                    }
                    names.clear();
                }
                "as" => {
                    self.add_use(&names, &tokens[at + 1]);
                    names.clear();
                    at += 2;
                }
                "," | ";" | "}" => {
                    if names.len() > before.len() {
                        self.add_use(&names, &names[names.len() - 1]);
                    }
                    return at + 1;
                }
                name => {
                    names.push(name.to_string());
                    at += 1;
                }
            }
        }
    }

    fn add_use(&mut self, names: &[String], alias: &str) {
        // `use x::{self}` is `use x`.
        let names = if let [rest @ .., last] = names
            && last == "self"
            && !rest.is_empty()
        {
            rest
        } else {
            names
        };
        let alias = if alias == "self" { &names[names.len() - 1] } else { alias };
        if let Some(names) = self.absolute(names) {
            self.uses.insert(alias.to_string(), names);
        }
    }

    /// A path from the root of the program, or `None` where it leads out of the program or begins with a name of this file.
    fn absolute(&self, names: &[String]) -> Option<Names> {
        let (first, mut rest) = names.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([&self.module, rest].concat()),
            "super" => {
                let (_, mut parent) = self.module.split_last()?;
                while let [first, others @ ..] = rest
                    && first == "super"
                {
                    (parent, rest) = (parent.split_last()?.1, others);
                }
                Some([parent, rest].concat())
            }
            name if self.modules.contains(name) => Some([&self.module, names].concat()),
            name => Some([self.uses.get(name)?.as_slice(), rest].concat()),
        }
    }
}

/// The words and signs of a source, without comments, texts and numbers. Every bracket is a curly one.
fn flatten(stream: TokenStream, tokens: &mut Vec<String>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) => {
                tokens.push("{".into());
                flatten(group.stream(), tokens);
                tokens.push("}".into());
            }
            TokenTree::Punct(sign) if sign.as_char() == ':' && tokens.last().is_some_and(|last| last == ":") => {
                tokens.pop();
                tokens.push("::".into());
            }
            TokenTree::Punct(sign) => tokens.push(sign.to_string()),
            TokenTree::Ident(word) => tokens.push(word.to_string()),
            TokenTree::Literal(_) => tokens.push("\"".into()),
        }
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The place behind the bracket that closes the one at a place.
fn closing(tokens: &[String], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return at + 1,
            "}" => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}
