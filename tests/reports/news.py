"""A year of news for the reports: sixty-odd articles on four bills and a dozen packages."""

from reports.story import (
    About,
    Story,
    backed,
    bill,
    listed,
    needs,
    package,
    sponsored,
    status,
    voted,
)

WIRE, POST, HERALD, DESK = "Continental Wire", "Evening Post", "The Herald", "Brussels Desk"
RUSSIA_ACT = {"number": "s1241", "targets": ("RU",), "title": "Sanctioning Russia Act of 2025"}


def cosponsors() -> list[Story]:
    """The Senate bill gathers cosponsors, as one paper or the other counts them."""
    counts = [
        ("2025-04-02", 50), ("2025-04-09", 51), ("2025-04-16", 54), ("2025-04-24", 57),
        ("2025-05-01", 59), ("2025-05-06", 62), ("2025-05-13", 66), ("2025-05-21", 71),
        ("2025-05-29", 77), ("2025-06-05", 80), ("2025-06-12", 82), ("2025-06-26", 83),
    ]  # fmt: skip
    tellings = (
        "{name} now has {words}, an aide said on the way to the chamber.",
        "The count for {name} stands at {words}, by the Senate's own list.",
        "With {words}, {name} is among the most widely backed texts of the session.",
    )
    stories = []
    for number, (day, count) in enumerate(counts):
        name, words = "the Sanctioning Russia Act", f"{count} cosponsors"
        body = tellings[number % 3].format(name=name, words=words)
        stories.append(
            Story(
                day,
                (WIRE, POST, HERALD)[number % 3],
                f"Russia bill at {count}",
                body[0].upper() + body[1:] if number % 3 else body.replace("the S", "The S", 1),
                (bill(name if number % 3 else "The Sanctioning Russia Act", backed(words, count), **RUSSIA_ACT),),
            )
        )  # fmt: skip
    return stories


def senate_bill() -> list[Story]:
    """The Senate bill is introduced, threatened with a vote, and stalls."""
    return [
        Story(
            "2025-04-01", POST, "Graham unveils Russia sanctions bill",
            "Senator Lindsey Graham introduced the Sanctioning Russia Act on Tuesday, joined by "
            "Senator Richard Blumenthal. It would put tariffs on those who buy Russian oil if "
            "Moscow refuses to negotiate.",
            (bill(
                "the Sanctioning Russia Act",
                status("introduced the Sanctioning Russia Act on Tuesday", "introduced", date="2025-04-01", body="us-senate"),
                sponsored("Senator Lindsey Graham introduced the Sanctioning Russia Act", "Lindsey Graham"),
                sponsored("joined by Senator Richard Blumenthal", "Richard Blumenthal", "cosponsor"),
                **RUSSIA_ACT,
            ),),
            "https://post.example/graham-unveils",
        ),
        Story(
            "2025-05-08", HERALD, "Sixty votes in sight",
            "Backers of the Sanctioning Russia Act say they have the 60 votes that would end a "
            "filibuster. Leader John Thune said the Senate plans to take it up in June.",
            (bill(
                "the Sanctioning Russia Act",
                needs("the 60 votes that would end a filibuster", "us-senate-cloture", "met", 60),
                status("the Senate plans to take it up in June", "scheduled", "planned", date="2025-06", body="us-senate", speaker="John Thune"),
                **RUSSIA_ACT,
            ),),
        ),
        Story(
            "2025-05-22", WIRE, "Veto would not save Moscow, senators say",
            "With two thirds of the chamber the Sanctioning Russia Act could survive a veto, "
            "Graham said. It will pass if Russia rejects a ceasefire, he added.",
            (bill(
                "the Sanctioning Russia Act",
                needs("two thirds of the chamber", "us-veto-override", "possible"),
                status("It will pass if Russia rejects a ceasefire", "passed", "conditional", body="us-senate", speaker="Lindsey Graham", condition="if Russia rejects a ceasefire"),
                **RUSSIA_ACT,
            ),),
        ),
        Story(
            "2025-06-20", POST, "Russia bill on hold",
            "The Sanctioning Russia Act has stalled in the Senate while the White House talks to "
            "Moscow. No vote was held this week, aides said.",
            (bill(
                "The Sanctioning Russia Act",
                status("The Sanctioning Russia Act has stalled in the Senate", "stalled", body="us-senate"),
                status("No vote was held this week", "passed", "negated", body="us-senate"),
                **RUSSIA_ACT,
            ),),
        ),
        Story(
            "2025-07-15", HERALD, "Vote could come before the recess",
            "A vote on the Sanctioning Russia Act may come before the August recess, one senator "
            "guessed; another would not bet on it.",
            (bill(
                "the Sanctioning Russia Act",
                status("A vote on the Sanctioning Russia Act may come before the August recess", "passed", "possible", date="2025-08", body="us-senate"),
                **RUSSIA_ACT,
            ),),
        ),
    ]  # fmt: skip


def house_bills() -> list[Story]:
    """A bill on Georgia passes the House; papers differ on the tally. Another is only in committee."""
    georgia = {"number": "hr36", "targets": ("GE",)}
    chips = {"number": "hr9911", "targets": ("CN",)}
    ports = {"number": "s9922", "targets": ("IR",)}
    return [
        Story(
            "2025-05-06", WIRE, "House passes Georgia bill",
            "The House passed the MEGOBARI Act by 349 votes to 42 on Monday.",
            (bill(
                "the MEGOBARI Act",
                status("The House passed the MEGOBARI Act", "passed", date="2025-05-05", body="us-house"),
                voted("349 votes to 42", "us-house", 349, 42, "2025-05-05"),
                **georgia,
            ),),
        ),
        Story(
            "2025-05-07", POST, "Georgia bill clears House",
            "Late on Monday the House passed the MEGOBARI Act, 349-43, and sent it to the Senate.",
            (bill(
                "the MEGOBARI Act",
                status("the House passed the MEGOBARI Act", "passed", date="2025-05-05", body="us-house"),
                voted("349-43", "us-house", 349, 43, "2025-05-05"),
                **georgia,
            ),),
        ),
        Story(
            "2025-06-03", HERALD, "Committee turns to Georgia",
            "The Senate committee on foreign relations took up the MEGOBARI Act. Its chairman "
            "expects a vote there by July.",
            (bill(
                "the MEGOBARI Act",
                status("The Senate committee on foreign relations took up the MEGOBARI Act", "committee", body="us-senate"),
                status("expects a vote there by July", "reported", "expected", date="2025-07", body="us-senate"),
                **georgia,
            ),),
        ),
        Story(
            "2025-06-10", POST, "Chip makers in the crosshairs",
            "Representative Ann Example filed the Chip Diversion Act, aimed at traders in China, "
            "with nine cosponsors.",
            (bill(
                "the Chip Diversion Act",
                status("filed the Chip Diversion Act", "introduced", date="2025-06-10", body="us-house"),
                sponsored("Representative Ann Example filed the Chip Diversion Act", "Ann Example"),
                backed("nine cosponsors", 9, body="us-house"),
                **chips,
            ),),
        ),
        Story(
            "2025-06-17", WIRE, "Chip bill goes to committee",
            "The Chip Diversion Act was referred to the House committee on foreign affairs; about "
            "a dozen members have signed on.",
            (bill(
                "The Chip Diversion Act",
                status("was referred to the House committee on foreign affairs", "committee", body="us-house"),
                backed("about a dozen members have signed on", 12, "~", "us-house"),
                **chips,
            ),),
        ),
        Story(
            "2025-06-24", HERALD, "Ports bill fails",
            "The Harbor Watch Act on Iranian oil failed in the Senate on Tuesday, 48 to 50. Its "
            "sponsor, Senator Max Sample, will not bring it back this year.",
            (bill(
                "The Harbor Watch Act",
                status("failed in the Senate on Tuesday", "failed", date="2025-06-24", body="us-senate"),
                voted("48 to 50", "us-senate", 48, 50, "2025-06-24"),
                sponsored("Its sponsor, Senator Max Sample", "Max Sample"),
                status("will not bring it back this year", "introduced", "negated"),
                **ports,
            ),),
        ),
    ]  # fmt: skip


def life(
    name: str, target: str, ordinal: int, *steps: tuple[str, str, str, str, dict[str, str]]
) -> list[Story]:
    """The stages of a numbered package of the EU, one article each."""
    return [
        Story(day, publisher, f"The EU and its {name}", sentence, (
            package(name, status(sentence.rstrip("."), stage, **more), target=target, ordinal=ordinal),
        ))
        for day, publisher, sentence, stage, more in steps
    ]  # fmt: skip


def european() -> list[Story]:
    """Packages of the EU: one adopted, one blocked and then adopted, one foretold, one extended."""
    seventeen = life(
        "17th package", "RU", 17,
        ("2025-04-14", DESK, "Officials in Brussels have begun to draft the 17th package.", "preparing", {}),
        ("2025-04-28", WIRE, "The 17th package is expected to be adopted in May, diplomats said.", "adopted", {"modality": "expected", "date": "2025-05"}),
        ("2025-05-06", DESK, "The Commission proposed the 17th package on Tuesday.", "proposed", {"date": "2025-05-06"}),
        ("2025-05-14", POST, "Ambassadors agreed on the 17th package on Wednesday.", "agreed", {"date": "2025-05-14"}),
        ("2025-05-20", WIRE, "Ministers adopted the 17th package on Tuesday.", "adopted", {"date": "2025-05-20"}),
    )  # fmt: skip
    eighteen = life(
        "18th package", "RU", 18,
        ("2025-05-27", DESK, "Work on the 18th package has started, a spokeswoman said.", "preparing", {}),
        ("2025-06-10", WIRE, "The Commission put forward the 18th package on Tuesday.", "proposed", {"date": "2025-06-10"}),
        ("2025-06-23", HERALD, "Slovakia blocked the 18th package on Monday.", "blocked", {"date": "2025-06-23", "speaker": "Slovakia"}),
        ("2025-07-01", POST, "The 18th package will be adopted if Slovakia gets its guarantees.", "adopted", {"modality": "conditional", "condition": "if Slovakia gets its guarantees"}),
        ("2025-07-08", DESK, "The 18th package was still blocked on Tuesday.", "blocked", {"date": "2025-07-08"}),
        ("2025-07-18", WIRE, "Member states adopted the 18th package on Friday.", "adopted", {"date": "2025-07-18"}),
    )  # fmt: skip
    nineteen = life(
        "19th package", "RU", 19,
        ("2025-07-22", DESK, "A 19th package may follow in the autumn, an official let slip.", "proposed", {"modality": "possible"}),
        ("2025-08-05", WIRE, "The Commission plans to propose the 19th package on 10 September.", "proposed", {"modality": "planned", "date": "2025-09-10"}),
        ("2025-08-12", POST, "There will be no 19th package before the summit, a minister insisted.", "adopted", {"modality": "negated"}),
        ("2025-08-19", HERALD, "The 19th package could be adopted unless Moscow stops its attacks.", "adopted", {"modality": "conditional", "condition": "unless Moscow stops its attacks", "speaker": "Kaja Kallas"}),
    )  # fmt: skip
    return [*seventeen, *eighteen, *nineteen, *european_lists()]


def european_lists() -> list[Story]:
    """What EU packages list, by papers that do not agree."""
    return [
        Story(
            "2025-05-21", HERALD, "Who is on the EU's new list",
            "The 17th package lists 189 vessels of the shadow fleet, 17 people and 58 entities.",
            (package(
                "The 17th package",
                listed("189 vessels", "vessel", 189), listed("17 people", "individual", 17), listed("58 entities", "entity", 58),
                ordinal=17, sectors=("energy", "transport"),
            ),),
        ),
        Story(
            "2025-05-22", POST, "Tankers hit by new sanctions",
            "The 17th package names 198 vessels, our count shows.",
            (package("The 17th package", listed("198 vessels", "vessel", 198), ordinal=17),),
        ),
        Story(
            "2025-07-19", HERALD, "What the new round brings",
            "The 18th package adds more than 100 vessels and lowers the price cap on oil.",
            (package("The 18th package", listed("more than 100 vessels", "vessel", 100, ">"), ordinal=18, sectors=("energy", "finance")),),
        ),
        Story(
            "2025-06-30", DESK, "Sectoral sanctions prolonged",
            "The Council extended its economic sanctions on Russia by six months on Monday.",
            (package("its economic sanctions on Russia", status("extended its economic sanctions on Russia by six months", "extended", date="2025-06-30"), form="regime"),),
        ),
        Story(
            "2025-07-02", DESK, "Brussels eases rules for Damascus",
            "The EU lifted its economic sanctions on Syria, save those on arms.",
            (package("its economic sanctions on Syria", status("The EU lifted its economic sanctions on Syria", "ended"), target="SY", form="regime"),),
        ),
        Story(
            "2025-06-02", WIRE, "Ministers weigh steps against Minsk",
            "EU ministers may adopt new sanctions on Belarus next week if the detentions go on.",
            (package("new sanctions on Belarus", status("EU ministers may adopt new sanctions on Belarus next week if the detentions go on", "adopted", "conditional", condition="if the detentions go on"), target="BY", form="named"),),
        ),
    ]  # fmt: skip


def others() -> list[Story]:
    """Actions of other governments, each told once or twice."""
    acts = [
        ("2025-04-08", WIRE, "The United States", "US", "IR", "Iran's oil traders", 12, "entity"),
        ("2025-04-22", POST, "Britain", "GB", "RU", "Russia's gas tankers", 10, "vessel"),
        ("2025-05-12", HERALD, "Britain", "GB", "IR", "Iranian officials", 7, "individual"),
        ("2025-05-26", WIRE, "Canada", "CA", "RU", "Russian banks", 5, "bank"),
        ("2025-06-09", DESK, "Australia", "AU", "RU", "the shadow fleet", 60, "vessel"),
        ("2025-06-16", WIRE, "Switzerland", "CH", "BY", "Belarusian judges", 20, "individual"),
        ("2025-07-07", POST, "Japan", "JP", "KP", "North Korean hackers", 4, "individual"),
        ("2025-07-21", HERALD, "New Zealand", "NZ", "RU", "Russian spies", 18, "individual"),
        ("2025-08-04", WIRE, "The United States", "US", "CN", "a Chinese refinery", 1, "entity"),
        ("2025-08-18", POST, "Ukraine", "UA", "RU", "makers of Russian drones", 39, "entity"),
    ]  # fmt: skip
    stories = []
    for day, publisher, who, issuer, target, whom, count, type_ in acts:
        name = f"sanctions on {whom}"
        words = f"{who} imposed {name}"
        body = f"{words}, naming {count} in all. The list takes effect at once, the ministry said."
        said = (status(words, "adopted"), listed(f"naming {count} in all", type_, count))
        about = package(name, *said, issuer=issuer, target=target)
        stories.append(Story(day, publisher, f"{who} acts against {target}", body, (about,)))
    return stories


def odd_ones() -> list[Story]:
    """What a reader of reports trips over: hostile text, no date, no maker, repeats, late arrivals."""
    return [
        Story(
            "2025-05-15", "=HYPERLINK(1) <b>Mirror</b>", "*Bold* | [link](x) \x1b[31mand <i>worse\u202e",
            "A source said: \x1b[2J\u202e=1+1 <script>alert(1)</script> | the 17th package is near.",
            (package("the 17th package", status("=1+1 <script>alert(1)</script> | the 17th package is near", "adopted", "expected", speaker="@source\x07"), ordinal=17),),
        ),
        Story(
            None, None, "An undated note", "Someone wrote that the 18th package was agreed at last.",
            (package("the 18th package", status("the 18th package was agreed at last", "agreed"), ordinal=18),),
            arrives="2025-07-20",
        ),
        Story("2025-04-18", POST, "Easter at the embassy", "Eggs were painted and speeches kept short."),
        Story("2025-06-06", WIRE, "Markets close higher", "Shares rose on Friday; oil fell a little."),
        Story("2025-07-25", None, "A blog on trade", "Nothing much happened in trade this week."),
        Story(
            "2025-04-10", POST, "From the archive: a package in the making",
            "The Commission was preparing the 17th package in April, our archive shows.",
            (package("the 17th package", status("was preparing the 17th package in April", "preparing", date="2025-04"), ordinal=17),),
            arrives="2025-07-10",
        ),
        Story(
            "2025-04-20", HERALD, "From the archive: a bill with 55",
            "By Easter the Sanctioning Russia Act had 55 cosponsors.",
            (bill("the Sanctioning Russia Act", backed("55 cosponsors", 55), **RUSSIA_ACT),),
            arrives="2025-07-11",
        ),
        Story(
            "2025-08-20", POST, "Correction: the hold on the Russia bill",
            "An earlier version was wrong: the Sanctioning Russia Act was put on the calendar on 20 August.",
            (bill("the Sanctioning Russia Act", status("was put on the calendar on 20 August", "scheduled", date="2025-08-20", body="us-senate"), **RUSSIA_ACT),),
            "https://post.example/hold",
        ),
        Story(
            "2025-08-14", POST, "Hold on the Russia bill lifted",
            "The Sanctioning Russia Act was reported to the full Senate on Thursday.",
            (bill("The Sanctioning Russia Act", status("was reported to the full Senate on Thursday", "reported", date="2025-08-14", body="us-senate"), **RUSSIA_ACT),),
            "https://post.example/hold",
        ),
        *repeats(),
    ]  # fmt: skip


def repeats() -> list[Story]:
    """One long agency report, printed by two papers."""
    body = (
        "London and Ottawa will together impose the spring package against Iran on 1 September, "
        "two officials said. The list is long, they added, and has been in the works since "
        "winter: it names shipyards, brokers, two airlines, and a bank that is said to clear "
        "payments for drones. Lawyers in both capitals went through every name twice. Whether "
        "other governments will join is open, for some wait to see how the talks on the nuclear "
        "file go, and others have no law that would let them act without the United Nations."
    )
    about: tuple[About, ...] = (
        package(
            "the spring package against Iran",
            status("will together impose the spring package against Iran on 1 September", "adopted", "planned", date="2025-09-01"),
            target="IR", form="named",
        ),
    )  # fmt: skip
    joint = tuple(
        About(each.kind, each.name, {**each.facets, "jurisdiction": ("GB", "CA")}, each.said)
        for each in about
    )
    return [
        Story("2025-08-25", WIRE, "Allies set a date", body, joint),
        Story("2025-08-26", HERALD, "A date is set", body + " More to follow.", joint),
    ]


def the_news() -> list[Story]:
    """All of it, in the order in which it reaches the store."""
    every = [*cosponsors(), *senate_bill(), *house_bills(), *european(), *others(), *odd_ones()]
    return sorted(every, key=lambda story: (story.arrival, story.title))
