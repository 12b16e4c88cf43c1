//! Gatehouse signs people in on an application's own address and forwards their requests with a validated access token.

