//! Which numbers a request moves: looked up once at start, so that counting is one addition.

use std::sync::Arc;
use std::time::Duration;

use http::{Method, StatusCode};

use crate::gate::{Refusal, RouteTable};
use crate::telemetry::metrics::{Counter, Gauge, Histogram, Metrics};

/// Methods with a series of their own; the rest share one, for a client may invent as many as it likes.
const METHODS: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"];
/// Classes of status; the last one is for requests that got no answer.
const CLASSES: [&str; 6] = ["1xx", "2xx", "3xx", "4xx", "5xx", "none"];

/// The numbers that one worker moves.
pub(super) struct Metering {
    pub(super) under_way: Gauge,
    routes: Vec<PartMeter>,
    own: PartMeter,
    nowhere: PartMeter,
    metrics: Metrics,
}

/// The numbers of one route, or of the gateway's own pages.
struct PartMeter {
    label: String,
    requests: [[Counter; CLASSES.len()]; METHODS.len()],
    duration: Arc<Histogram>,
    /// Where there is an application behind it.
    upstream_duration: Option<Arc<Histogram>>,
}

/// Which part's numbers are meant.
#[derive(Clone, Copy)]
pub(super) enum Metered {
    Nowhere,
    Own,
    Route(usize),
}

impl Metering {
    pub(super) fn new(metrics: Metrics, table: &RouteTable) -> Self {
        let part = |label, upstream| PartMeter::new(&metrics, label, upstream);
        let mut routes: Vec<_> = table
            .entries()
            .map(|(_, site, entry)| {
                let label = format!("{}{}", site.public_url.host(), entry.route.path);
                (entry.index, part(label, Some(entry.route.upstream.authority())))
            })
            .collect();
        routes.sort_unstable_by_key(|(index, _)| *index);
        Self {
            under_way: metrics.gauge("gatehouse_http_requests_in_flight", "Requests under way.", &[]),
            routes: routes.into_iter().map(|(_, part)| part).collect(),
            own: part("own".to_owned(), None),
            nowhere: part("none".to_owned(), None),
            metrics,
        }
    }

    /// What the access log calls that part.
    pub(super) fn label(&self, part: Metered) -> &str {
        &self.part(part).label
    }

    /// Counts an answered request.
    pub(super) fn answered(&self, part: Metered, method: &Method, status: Option<StatusCode>, duration: Duration) {
        let part = self.part(part);
        let method = METHODS.iter().position(|name| *name == method.as_str()).unwrap_or(METHODS.len() - 1);
        let class = status.map_or(CLASSES.len() - 1, |status| usize::from(status.as_u16() / 100).clamp(1, 5) - 1);
        part.requests[method][class].increment();
        part.duration.observe(duration);
    }

    /// Notes how long an application took from its connection to the head of its answer.
    pub(super) fn upstream_answered(&self, part: Metered, duration: Duration) {
        if let Some(histogram) = &self.part(part).upstream_duration {
            histogram.observe(duration);
        }
    }

    /// Counts a decision. Labels are few, but too many to make ahead: this takes a lock, off the hot path.
    pub(super) fn decided(&self, part: Metered, decision: &str) {
        self.metrics
            .counter(
                "gatehouse_policy_decisions_total",
                "Decisions other than to forward, by route.",
                &[("route", self.label(part)), ("decision", decision)],
            )
            .increment();
    }

    /// Counts a request that was stopped because it was broken or hostile.
    pub(super) fn blocked(&self, refusal: &Refusal) {
        self.metrics
            .counter(
                "gatehouse_blocked_requests_total",
                "Requests stopped for what they were, not for who sent them.",
                &[("reason", refusal.label())],
            )
            .increment();
    }

    fn part(&self, part: Metered) -> &PartMeter {
        match part {
            Metered::Nowhere => &self.nowhere,
            Metered::Own => &self.own,
            Metered::Route(index) => self.routes.get(index).unwrap_or(&self.nowhere),
        }
    }
}

impl PartMeter {
    fn new(metrics: &Metrics, label: String, upstream: Option<String>) -> Self {
        let counter = |method: &str, class: &str| {
            metrics.counter(
                "gatehouse_http_requests_total",
                "Answered requests.",
                &[("route", &label), ("method", method), ("status_class", class)],
            )
        };
        let requests = METHODS.map(|method| CLASSES.map(|class| counter(method, class)));
        let duration = metrics.histogram(
            "gatehouse_http_request_duration_seconds",
            "From the head of a request to the end of its answer.",
            &[("route", &label)],
        );
        let upstream_duration = upstream.map(|authority| {
            metrics.histogram(
                "gatehouse_upstream_duration_seconds",
                "From a connected upstream to the head of its answer.",
                &[("upstream", &authority)],
            )
        });
        Self { label, requests, duration, upstream_duration }
    }
}
