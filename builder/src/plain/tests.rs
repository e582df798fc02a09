//! Everything of a role that a person reads stands on its page, and the pages are whole, safe and linked.

use std::collections::BTreeSet;

use entry_checker::catalogue::{BUNDLE, Catalogue, Link, RolePack};
use entry_checker::copy::{date, find};
use entry_checker::letters::capital;
use entry_checker::rules::{Award, Rule, Section, Source};
use scraper::{Html, Selector};

use super::{all, file, names, role};

/// A page as a reader has it.
struct Page {
    html: Html,
    words: String,
    links: BTreeSet<String>,
}

impl Page {
    fn new(text: &str) -> Page {
        let html = Html::parse_document(text);
        let words = plain(&html.root_element().text().collect::<Vec<_>>().join(""));
        let links = attributes(&html, "a", "href").into_iter().collect();
        Page { html, words, links }
    }

    fn of(pack: &RolePack) -> Page {
        Page::new(&role::page(Catalogue::built_in(), pack).0)
    }

    fn says(&self, of: &str, words: &str) {
        assert!(!words.is_empty() && self.words.contains(&plain(words)), "{of}: the page does not say “{words}”");
    }

    fn cites(&self, of: &str, source: &Source) {
        if !source.quote.is_empty() {
            self.says(of, source.quote);
        }
        self.says(of, &date(source.checked));
        if let Some(reading) = source.reading {
            self.says(of, reading);
        }
        assert!(self.links.contains(source.url), "{of}: no link to {}", source.url);
    }

    fn leads(&self, of: &str, link: &Link) {
        self.says(of, link.text);
        assert!(self.links.contains(link.url), "{of}: no link to {}", link.url);
        if let Some(note) = link.note {
            self.says(of, note);
        }
        if let Some(now) = link.now {
            assert!(self.links.contains(now), "{of}: no link to {now}");
        }
    }

    fn count(&self, selector: &str) -> usize {
        self.html.select(&parsed(selector)).count()
    }
}

fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector of these tests is one")
}

fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    html.select(&parsed(selector)).filter_map(|one| one.attr(name)).map(ToString::to_string).collect()
}

/// Text with its white space made one.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn roles() -> &'static [RolePack] {
    &Catalogue::built_in().roles
}

/// The pages, each with its file.
fn pages() -> Vec<(String, String)> {
    let catalogue = Catalogue::built_in();
    let index = ("index.html".to_string(), all::page(catalogue).0);
    let others = roles().iter().map(|pack| (file(pack), role::page(catalogue, pack).0));
    std::iter::once(index).chain(others).collect()
}

#[test]
fn every_rule_stands_there_with_its_words() {
    for pack in roles() {
        let (page, of) = (Page::of(pack), pack.rules.id);
        let ids: BTreeSet<String> = attributes(&page.html, "[id]", "id").into_iter().collect();
        page.cites(of, &pack.accepted.source);
        page.says(of, pack.accepted.text);
        for (route, about) in pack.rules.routes.iter().zip(&pack.routes) {
            for words in [&capital(about.name), about.job, about.about] {
                page.says(of, words);
            }
            assert!(ids.contains(route.id), "{of}: {}", route.id);
            for (pathway, about) in route.pathways.iter().zip(&about.pathways) {
                page.says(of, about.name);
                assert!(ids.contains(&format!("way-{}", pathway.id)), "{of}: {}", pathway.id);
                for (requirement, name) in pathway.requirements.iter().zip(&about.requirements) {
                    page.says(of, name);
                    page.cites(of, &requirement.source);
                    requirement.clauses.iter().for_each(|(_, source)| page.cites(of, source));
                    let id = format!("{}.{}", pathway.id, requirement.id);
                    assert!(ids.contains(&id), "{of}: {id}");
                }
            }
            for caution in &route.cautions {
                page.says(of, caution.text);
                page.cites(of, &caution.source);
            }
            for link in about.next.iter().chain(&about.instead).chain(&about.figures) {
                page.leads(of, link);
            }
        }
        pack.links.iter().for_each(|link| page.leads(of, link));
        for line in &Catalogue::built_in().common.not_checked {
            page.says(of, line);
        }
        page.says(of, pack.rules_version);
        page.says(of, &date(pack.page.checked));
    }
}

#[test]
fn the_checklist_holds_every_skill_duty_and_value() {
    let common = &Catalogue::built_in().common;
    for pack in roles() {
        let (page, of) = (Page::of(pack), pack.rules.id);
        let groups = pack.skills.iter().chain(&pack.conditional_skills);
        let mut boxes = common.values.len() + pack.duties.len();
        for group in groups {
            page.says(of, group.group);
            page.says(of, group.quote);
            boxes += group.claims.len();
            group.claims.iter().for_each(|claim| page.says(of, claim.text));
        }
        for duty in &pack.duties {
            page.says(of, duty.text);
            duty.quote.iter().for_each(|quote| page.says(of, quote));
        }
        for value in &common.values {
            page.says(of, value.name);
            page.says(of, value.ask);
        }
        if let Some(asked) = &pack.values_asked {
            page.says(of, asked.text);
            page.says(of, asked.quote);
        }
        assert!(page.links.contains(common.url), "{of}: no link to the values");
        assert_eq!(page.count(".ec-boxes > li"), boxes, "{of}: one box each");
    }
}

/// Who looks for their own award or subject finds what it counts as.
#[test]
fn every_award_and_every_subject_is_named_where_it_is_asked_for() {
    let subjects = &Catalogue::built_in().subjects;
    for pack in roles() {
        let page = Page::of(pack);
        for requirement in pack.rules.requirements() {
            let Rule::Holds { pools, .. } = &requirement.rule else { continue };
            for pool in pools {
                let named =
                    |award: &Award| pool.section != Section::Professional || pool.awards[award.index()].is_some();
                for award in Award::all(pool.section).filter(named) {
                    page.says(pack.rules.id, names::award(award));
                    find(&format!("award.{}.hint", award.id()))
                        .into_iter()
                        .filter(|_| award.id() != "ib-diploma")
                        .for_each(|hint| page.says(pack.rules.id, hint));
                }
                if pool.subject.is_some() {
                    subjects.of(pool.section).for_each(|id| page.says(pack.rules.id, subjects.name_of(id)));
                }
            }
        }
    }
}

#[test]
fn each_page_has_what_a_page_has_and_runs_nothing() {
    for (name, text) in pages() {
        let page = Page::new(&text);
        assert!(text.starts_with("<!DOCTYPE html>"), "{name}");
        assert_eq!(attributes(&page.html, "html", "lang"), ["en-GB"], "{name}");
        for one in ["h1", "main#main", "header", "footer", "title", "a.ec-skip[href='#main']"] {
            assert_eq!(page.count(one), 1, "{name}: {one}");
        }
        for meta in ["description", "viewport", "color-scheme", "referrer"] {
            assert_eq!(page.count(&format!("meta[name='{meta}'][content]")), 1, "{name}: {meta}");
        }
        let policy = attributes(&page.html, "meta[http-equiv='Content-Security-Policy']", "content");
        assert!(policy.len() == 1 && policy[0].starts_with("default-src 'none'; style-src 'self'"), "{name}");
        assert_eq!(page.count("script, style, [style], iframe, form, input"), 0, "{name}");
        page.says(&name, "Not an NHS website");
        page.says(&name, "Rules version");
        assert!(!page.words.contains('{'), "{name} has a place that is not filled");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    for (name, text) in &pages {
        let page = Page::new(text);
        let ids = attributes(&page.html, "[id]", "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: an id stands twice");
        for link in &page.links {
            let found = match link.strip_prefix('#') {
                Some(id) => unique.contains(&id.to_string()),
                None if link.starts_with("http") => true,
                None if link.starts_with("../index.html") => true,
                None => pages.iter().any(|(other, _)| other == link),
            };
            assert!(found, "{name}: {link} leads nowhere");
        }
        for label in attributes(&page.html, "[aria-labelledby]", "aria-labelledby") {
            assert!(unique.contains(&label), "{name}: no {label}");
        }
    }
    let index = Page::new(&pages[0].1);
    for pack in roles() {
        assert!(index.links.contains(&file(pack)), "the list does not lead to {}", pack.name);
        assert!(Page::of(pack).links.contains(&format!("../index.html#/{}", pack.rules.id)));
    }
}

/// The packs are content: whatever stands in them is text on the page.
#[test]
fn a_name_that_looks_like_markup_is_text() {
    let hostile = "<script>alert(1)</script>\\\"><img src=x>&amp;";
    let bundle = BUNDLE.replace("\"Audiology\"", &format!("\"{hostile}\""));
    let catalogue = Catalogue::from_bundle(Box::leak(bundle.into_boxed_str())).expect("a name may be any words");
    let pack = catalogue.role("audiology").expect("the role is there");
    for text in [role::page(&catalogue, pack).0, all::page(&catalogue).0] {
        let page = Page::new(&text);
        assert_eq!(page.count("script, img"), 0);
        page.says("the hostile name", "script>alert(1)</script>\"><img src=x>&amp;");
    }
}
