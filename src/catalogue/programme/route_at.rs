//! A route of a role, where it stands in two packs: the programme that roles share, and what one role's page changes.

use crate::catalogue::packs::PackAt;

/// A role's entry point: where it stands in the role, and its programme.
pub(in crate::catalogue) struct RouteAt<'a> {
    pub at: &'a PackAt<'a>,
    pub programme: &'a PackAt<'a>,
}

/// A requirement: where it stands, and what the role's page has in its place.
pub(in crate::catalogue) struct RequirementAt<'a> {
    pub at: &'a PackAt<'a>,
    change: Option<PackAt<'a>>,
}

impl<'a> RouteAt<'a> {
    pub fn new(at: &'a PackAt<'a>, programme: &'a PackAt<'a>) -> RouteAt<'a> {
        RouteAt { at, programme }
    }

    /// Reads each requirement of a pathway of the programme, as this role's page has it.
    pub fn requirements(&self, pathway: &PackAt, read: &mut dyn FnMut(&RequirementAt)) {
        let changes = self.at.need("changes");
        pathway.need("requirements").each(&mut |at| {
            let id = at.text("id");
            if !self.leaves_out(id) {
                read(&RequirementAt { at, change: changes.get(id) });
            }
        });
        self.at.need("also").each(&mut |at| read(&RequirementAt { at, change: None }));
    }

    /// Whether the page does not ask for a requirement of the programme.
    fn leaves_out(&self, id: &str) -> bool {
        self.at.list("without", |at| at.as_text()).contains(&id)
    }

    /// The ids of the requirements, those left out included.
    pub fn all_ids(&self) -> Vec<&'static str> {
        let mut ids = Vec::new();
        self.programme.need("pathways").each(&mut |at| ids.extend(at.list("requirements", |at| at.text("id"))));
        ids.extend(self.at.list("also", |at| at.text("id")));
        ids
    }
}

impl RequirementAt<'_> {
    /// What stands under a key.
    pub fn get<'b>(&'b self, key: &'b str) -> Option<PackAt<'b>> {
        self.change.as_ref().and_then(|change| change.get(key)).or_else(|| self.at.get(key))
    }

    /// Its name as people read it.
    pub fn name(&self) -> &'static str {
        self.get("name").map_or("", |at| at.as_text())
    }

    /// What stands under the one key that says what it asks for.
    pub fn rule<'b>(&'b self) -> Option<(&'static str, PackAt<'b>)> {
        const RULES: [&str; 4] = ["holds", "size", "range", "judged"];
        let of = |at: &'b PackAt<'_>| {
            let mut rules = RULES.into_iter().filter_map(|key| Some((key, at.get(key)?)));
            let first = rules.next();
            (first, rules.next().is_some())
        };
        let changed = self.change.as_ref().map(of).filter(|(rule, _)| rule.is_some());
        let (rule, several) = changed.unwrap_or_else(|| of(self.at));
        if rule.is_none() || several {
            self.at.wrong(format_args!("give exactly one of \"holds\", \"size\", \"range\" and \"judged\""));
        }
        rule
    }
}
