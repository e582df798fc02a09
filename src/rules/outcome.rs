//! The four outcomes, and the two extremes they are found from.

/// What a rule says once everything that matters is known. The order is the chain of the contract:
/// `NotMet < Judgement < Met`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The words are not satisfied.
    NotMet,
    /// The words leave it to a person. Never rounded to yes or no.
    Judgement,
    /// The words are satisfied.
    Met,
}

impl Outcome {
    /// The contract's name for it.
    pub fn id(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::Judgement => "judgement",
            Outcome::NotMet => "not-met",
        }
    }
}

/// How low and how high an outcome can still come out: every open question answered as badly, and as
/// well, as it could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// With every open question answered as badly as it could be.
    pub low: Outcome,
    /// With every open question answered as well as it could be.
    pub high: Outcome,
}

impl Bounds {
    /// Nothing is known.
    pub const OPEN: Bounds = Bounds { low: Outcome::NotMet, high: Outcome::Met };
    /// No qualification of the kind is held.
    pub const NONE: Bounds = Bounds::exactly(Outcome::NotMet);

    /// Known to be `outcome`.
    pub const fn exactly(outcome: Outcome) -> Bounds {
        Bounds { low: outcome, high: outcome }
    }

    /// The least of both: all of them are asked for.
    pub fn and(self, other: Bounds) -> Bounds {
        Bounds { low: self.low.min(other.low), high: self.high.min(other.high) }
    }

    /// The greatest of both: one of them is enough.
    pub fn or(self, other: Bounds) -> Bounds {
        Bounds { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    /// The bounds within which both lie: one of the two holds, and it is not known which.
    pub fn hull(self, other: Bounds) -> Bounds {
        Bounds { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// The outcome, where the extremes agree.
    pub fn decided(self) -> Option<Outcome> {
        (self.low == self.high).then_some(self.low)
    }

    /// Whether an open question can still change the outcome.
    pub fn is_open(self) -> bool {
        self.low != self.high
    }
}

/// The verdict on a requirement, a pathway or a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Where the outcome lies, with predicted results taken as they are predicted.
    pub bounds: Bounds,
    /// Decided, but it would be lower without the predicted results.
    pub pending: bool,
}

impl Verdict {
    /// From the bounds with predicted results and those without.
    pub fn new(bounds: Bounds, without_predicted: Bounds) -> Verdict {
        let pending = bounds.decided().is_some_and(|outcome| without_predicted.low < outcome);
        Verdict { bounds, pending }
    }

    /// The outcome, or `None` while an open question could still change it.
    pub fn outcome(self) -> Option<Outcome> {
        self.bounds.decided()
    }

    /// The contract's name for the outcome; `unanswered` while it is open.
    pub fn id(self) -> &'static str {
        self.outcome().map_or("unanswered", Outcome::id)
    }

    /// Best first: met, then a judgement, then unanswered, then not met.
    pub fn rank(self) -> u8 {
        match self.outcome() {
            Some(Outcome::Met) => 0,
            Some(Outcome::Judgement) => 1,
            None => 2,
            Some(Outcome::NotMet) => 3,
        }
    }
}
