use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use http::StatusCode;

use super::*;

const LIFETIME: Duration = Duration::from_secs(100);

type Fetch = Pin<Box<dyn Future<Output = Result<Fetched<usize>, OAuthError>> + Send>>;

/// A document whose fetches are counted: each gives its own number, or fails.
struct Source {
    cached: Arc<Cached<usize>>,
    clock: Clock,
    fetches: Arc<AtomicUsize>,
    down: Arc<AtomicBool>,
}

impl Source {
    fn new() -> Self {
        let clock = Clock::adjustable();
        let cached = Cached::new("test document", clock.clone());
        Self { cached, clock, fetches: Arc::default(), down: Arc::default() }
    }

    fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
    }

    fn go_down(&self, down: bool) {
        self.down.store(down, Ordering::SeqCst);
    }

    fn fetch(&self) -> impl FnOnce() -> Fetch + Send + 'static {
        let (fetches, down) = (Arc::clone(&self.fetches), Arc::clone(&self.down));
        move || {
            Box::pin(async move {
                let number = fetches.fetch_add(1, Ordering::SeqCst) + 1;
                tokio::time::sleep(Duration::from_millis(5)).await;
                if down.load(Ordering::SeqCst) {
                    let (status, expected) = (StatusCode::BAD_GATEWAY, "a document");
                    return Err(OAuthError::Unintelligible { status, expected });
                }
                Ok(Fetched { value: number, lifetime: LIFETIME })
            })
        }
    }

    async fn value(&self) -> Result<usize, OAuthError> {
        self.cached.value(self.fetch()).await.map(|value| *value)
    }

    async fn value_above(&self, number: usize) -> Result<usize, OAuthError> {
        self.cached.value_that(|value| *value > number, self.fetch()).await.map(|value| *value)
    }
}

#[tokio::test]
async fn a_crowd_causes_one_fetch() {
    let source = Arc::new(Source::new());

    let crowd: Vec<_> = (0..1000)
        .map(|_| {
            let source = Arc::clone(&source);
            tokio::spawn(async move { source.value().await.expect("a document") })
        })
        .collect();
    for one in crowd {
        assert_eq!(one.await.expect("a task"), 1);
    }

    assert_eq!(source.fetches(), 1);
}

#[tokio::test]
async fn towards_its_end_the_document_is_fetched_in_the_background() {
    let source = Source::new();
    source.value().await.expect("a document");

    source.clock.advance(Duration::from_secs(81));
    assert_eq!(source.value().await.expect("the old one"), 1);
    assert_eq!(source.value().await.expect("the old one"), 1);
    while source.value().await.expect("a document") == 1 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }

    assert_eq!(source.fetches(), 2);
}

#[tokio::test]
async fn after_its_end_callers_wait_for_the_next_one() {
    let source = Source::new();
    source.value().await.expect("a document");

    source.clock.advance(Duration::from_secs(101));

    assert_eq!(source.value().await.expect("the new one"), 2);
}

#[tokio::test]
async fn the_old_document_goes_on_when_the_fetch_fails() {
    let source = Source::new();
    source.value().await.expect("a document");
    source.go_down(true);

    source.clock.advance(Duration::from_secs(10_000));

    assert_eq!(source.value().await.expect("the old one"), 1);
    assert!(source.cached.failure().is_some());
    assert_eq!(source.value().await.expect("the old one"), 1);
    assert_eq!(source.fetches(), 2, "the second caller comes within the pause");
}

#[tokio::test]
async fn a_failure_is_remembered_for_a_moment_and_then_forgotten() {
    let source = Source::new();
    source.go_down(true);
    for _ in 0..10 {
        let error = source.value().await.expect_err("down");
        assert!(matches!(error, OAuthError::Unavailable { what: "test document", .. }));
    }
    assert!(source.fetches() <= 2, "whole seconds may pass while the test runs");
    let before = source.fetches();

    source.go_down(false);
    source.clock.advance(Duration::from_secs(3));

    assert_eq!(source.value().await.expect("a document"), before + 1);
    assert!(source.cached.failure().is_none());
}

#[tokio::test]
async fn a_second_look_is_taken_once_in_half_a_minute_however_many_ask() {
    let source = Arc::new(Source::new());
    source.value().await.expect("a document");

    let crowd: Vec<_> = (0..1000)
        .map(|_| {
            let source = Arc::clone(&source);
            tokio::spawn(async move { source.value_above(50).await.expect("a document") })
        })
        .collect();
    for one in crowd {
        assert_eq!(one.await.expect("a task"), 2);
    }
    assert_eq!(source.fetches(), 2);

    source.clock.advance(Duration::from_secs(31));
    source.value_above(50).await.expect("a document");
    assert_eq!(source.fetches(), 3);
}

#[tokio::test]
async fn a_second_look_that_fails_leaves_the_old_document() {
    let source = Source::new();
    source.value().await.expect("a document");
    source.go_down(true);

    assert_eq!(source.value_above(1).await.expect("the old one"), 1);
}

#[tokio::test]
async fn a_caller_that_goes_away_does_not_buy_another_look() {
    let source = Source::new();
    source.value().await.expect("a document");

    for _ in 0..10 {
        let _ = tokio::time::timeout(Duration::from_millis(1), source.value_above(50)).await;
    }

    assert_eq!(source.fetches(), 2);
}
