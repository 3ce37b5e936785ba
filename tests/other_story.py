"""A codebook of another story than the study's own: the rules must not know Kazakhstan."""

from analysis.codebook.actors_file import Actor, ActorsFile, Country


def person(name, country="", **more):
    return Actor(name=name, kind="person", group="g", country=country, **more)


def office(name, country="", **more):
    return Actor(name=name, kind=more.pop("kind", "institution"), group="g", country=country, **more)


BOOK = ActorsFile(
    groups=["g"],
    countries=[
        Country(name="Polen", adjectives=["polnisch"], capitals=["Warschau"]),
        Country(name="Litauen", adjectives=["litauisch"], capitals=["Wilna"]),
        Country(name="USA", adjectives=["amerikanisch"], capitals=["Washington"], prefixes=["US"]),
    ],
    actors=[
        person("Andrzej Duda", "Polen", pronoun="er", roles=["Präsident"], aliases=["Dudda"]),
        person("Gitanas Nauseda", "Litauen", pronoun="er", roles=["Präsident"], aliases=["57-Jährige"]),
        person("Ursula von der Leyen", pronoun="sie"),
        person("Joe Biden", "USA", pronoun="er", roles=["Präsident"]),
        person("Karine Jean-Pierre", "USA", pronoun="sie", speaks_for="Joe Biden"),
        office("Regierung Polens", "Polen", roles=["Regierung"], metonyms=["Polen", "Warschau"], pronoun="sie"),
        office("Regierung Litauens", "Litauen", roles=["Regierung"], metonyms=["Litauen", "Wilna"], pronoun="sie"),
        office("Innenministerium Polens", "Polen", roles=["Innenministerium"], pronoun="es"),
        office("Außenministerium der USA", "USA", roles=["Außenministerium"], pronoun="es"),
        office("Grenzschutz", "Polen", aliases=["Grenzschützer"], pronoun="er"),
        office("Internationale Organisation für Migration", aliases=["IOM"], pronoun="sie"),
        office("NATO", aliases=["Nato", "Verteidigungsbündnis"], pronoun="sie"),
        office("Migranten", kind="group", aliases=["Migrant", "Geflüchtete"], pronoun="plural"),
    ],
)
