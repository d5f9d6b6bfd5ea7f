"""Sources that go back to one event, paper or post: as their files declare it, and as their texts suggest it. Counts nothing."""
