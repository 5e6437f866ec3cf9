"""Fetching pages and feeds over HTTP, under a policy that protects the caller and the sites."""

from tracker.readers.fetching.fetcher import Fetched, Fetcher, FetchError, Validators
from tracker.readers.fetching.policy import Policy

__all__ = ["FetchError", "Fetched", "Fetcher", "Policy", "Validators"]
