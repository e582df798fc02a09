//! The map of a role: a line for each route, and on it what the best pathway asks for, as it stands.

use entry_checker::catalogue::Catalogue;
use entry_checker::journey::{Stop, line};
use entry_checker::rules::evaluate;
use proptest::prelude::*;

use crate::profiles::profile;

proptest! {
    #[test]
    fn every_route_of_every_role_has_its_line(profile in profile(true)) {
        for pack in &Catalogue::built_in().roles {
            let evaluation = evaluate(&pack.rules, &profile);
            for (route, (about, found)) in pack.routes.iter().zip(&evaluation.routes).enumerate() {
                let line = line(pack, &evaluation, route);
                prop_assert_eq!((line.name, line.job, line.verdict), (about.name, about.job, found.verdict));
                let said = |stops: &[Stop]| stops.iter().map(|stop| (stop.name, stop.verdict)).collect::<Vec<_>>();
                let ways = about.pathways.iter().zip(&found.pathways);
                let asked: Vec<_> = ways
                    .clone()
                    .map(|(about, found)| {
                        let stops = about.requirements.iter().copied().zip(found.requirements.iter().copied());
                        (about.name, found.verdict, stops.collect::<Vec<_>>())
                    })
                    .collect();
                let shown = asked.iter().position(|(_, _, stops)| *stops == said(&line.stops));
                prop_assert!(shown.is_some(), "{}: the stops are those of no pathway", line.name);
                let (name, verdict, _) = &asked[shown.unwrap_or_default()];
                prop_assert_eq!(line.way, if asked.len() == 1 { "" } else { name });
                let others = said(&line.others);
                prop_assert_eq!(others.len(), asked.len() - 1);
                let mut rank = verdict.rank();
                for (other, verdict) in others {
                    prop_assert!(other != *name && ways.clone().any(|(about, found)| (about.name, found.verdict) == (other, verdict)));
                    prop_assert!(rank <= verdict.rank(), "{}: the best comes first", line.name);
                    rank = verdict.rank();
                }
            }
        }
    }
}
