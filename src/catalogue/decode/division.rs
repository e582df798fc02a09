//! A division, which says of each degree subject how relevant it is.

use std::sync::Arc;

use crate::catalogue::pack::Accepted;
use crate::catalogue::packs::PackAt;
use crate::catalogue::subjects::Subjects;
use crate::rules::Standing;

/// A division: what each degree subject is to it.
#[derive(Clone, Debug)]
pub(in crate::catalogue) struct Division {
    pub id: &'static str,
    pub name: &'static str,
    /// The degrees most often accepted, where a role names none of its own.
    pub accepted: Accepted,
    /// The standing of each subject of the tables, by its place.
    pub standings: Arc<[Standing]>,
}

impl Division {
    pub fn read(at: &PackAt, subjects: &Subjects) -> Division {
        let mut standings = vec![Standing::Unlisted; subjects.count()];
        at.need("subjects").entries(&mut |standing, at| {
            let found = Standing::OF_DEGREES.into_iter().find(|known| known.id() == standing);
            at.each(&mut |at| {
                let (Some(subject), Some(found)) = (subjects.need(at), found) else { return };
                let slot = &mut standings[usize::from(subject.0)];
                if *slot != Standing::Unlisted {
                    at.wrong(format_args!("stands in two lists; leave it in one"));
                }
                *slot = found;
            });
        });
        Division {
            id: at.text("id"),
            name: at.text("name"),
            accepted: Accepted::read(&at.need("accepted")),
            standings: standings.into(),
        }
    }
}
