"""The rules by which sponsors are told: verbs, nouns, lists and owners of bills."""
