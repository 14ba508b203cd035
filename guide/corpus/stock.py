"""Words that texts of the corpus are made of."""

from __future__ import annotations

WORDS = (
    "apple", "river", "stone", "window", "garden", "paper", "silver", "bridge", "candle", "forest", "market",
    "winter", "summer", "orange", "pencil", "basket", "doctor", "engine", "farmer", "guitar", "hammer", "island",
    "jacket", "kitchen", "ladder", "mirror", "needle", "office", "planet", "quarry", "rocket", "saddle", "temple",
    "valley", "wallet", "yellow", "anchor", "barrel", "copper", "desert", "feather", "glacier", "harbor", "ink",
    "jungle", "kettle", "lemon", "meadow", "nectar", "ocean", "pepper", "quiet", "ribbon", "shadow", "thunder",
    "umbrella", "velvet", "whistle", "zebra", "sea", "oak", "fig", "level", "noon", "radar", "map", "tin", "sun",
    "red", "old", "sweet", "bottle", "letter", "coffee", "butter", "lesson", "moon", "door",
)  # fmt: skip
PLAIN_WORDS = (
    "tea", "ox", "blue", "dog", "house", "elephant", "to", "green", "banana", "school", "sky", "breakfast", "cat",
    "teacher", "rain", "go", "photograph", "sister", "ant", "bread", "cup", "evening", "fish", "grandmother", "hat",
)  # fmt: skip
FIRST_NAMES = (
    "Amara", "Bjorn", "Chloe", "Dmitri", "Elena", "Farid", "Greta", "Hassan", "Ingrid", "Jonas", "Keiko", "Liam",
    "Mei", "Nadia", "Oscar", "Priya", "Quentin", "Rosa", "Samuel", "Tara", "Ulrich", "Valeria", "Wendell", "Ximena",
    "Yusuf", "Zoe", "Ana", "Bo", "Cy", "Dora", "Emil", "Fay",
)  # fmt: skip
LAST_NAMES = (
    "Abbott", "Bergman", "Castillo", "Dubois", "Eriksen", "Fontaine", "Goldberg", "Hayashi", "Ivanova", "Jensen",
    "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okafor", "Petrov", "Quigley", "Rossi", "Silva", "Tanaka",
    "Ueda", "Vasquez", "Weber", "Xu", "Yilmaz", "Zhang", "Lee", "Ortiz",
)  # fmt: skip
CITIES = (
    "Lisbon", "Oslo", "New York", "Kyoto", "Cape Town", "Lima", "Tallinn", "San Jose", "Bergen", "Porto",
    "Buenos Aires", "Graz", "Leeds", "Nairobi", "Quebec", "Hanoi", "St Gallen", "Riga", "Turin", "Addis Ababa",
)  # fmt: skip
