"""Sanctions and legislation tracker: news articles in, a relational store of claims out."""
