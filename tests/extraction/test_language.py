"""None but English is read."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested

import pytest
from extraction.reading_of import words
from hypothesis import given
from hypothesis import strategies as st

from tracker.article import Article
from tracker.errors import InputError
from tracker.extraction import extract
from tracker.extraction.language import language_of

TEXTS = {
    "en": """The Senate passed a bill on Thursday that would impose new sanctions on Russia for
        its war, and the president is expected to sign it in the coming days, officials said.""",
    "de": """Der Bundestag hat am Donnerstag das Gesetz über die Sanktionen gegen Russland
        verabschiedet, und die Regierung wird es nach der Sommerpause umsetzen.""",
    "fr": """Le Sénat a adopté jeudi une loi qui impose des sanctions contre la Russie, et le
        président doit la signer dans les jours qui viennent, selon son porte-parole.""",
    "es": """El Senado aprobó el jueves un proyecto de ley que impone sanciones a Rusia por la
        guerra, y el presidente lo firmará la próxima semana según su portavoz.""",
    "pl": """Sejm przyjął w czwartek ustawę o sankcjach wobec Rosji, a prezydent ma ją podpisać
        w przyszłym tygodniu, jak powiedział rzecznik rządu po posiedzeniu w Warszawie.""",
    "ru": "Госдума приняла закон о санкциях против стран Запада, и президент подпишет его.",
    "uk": "Верховна Рада ухвалила закон про санкції проти Росії, і президент має його підписати.",
    "ar": "أقر مجلس الشيوخ مشروع قانون يفرض عقوبات على روسيا ومن المتوقع أن يوقعه الرئيس قريبا",
    "zh": """参议院周四通过了一项对俄罗斯实施制裁的法案,总统将于下周签署,白宫发言人表示,
        这项法案得到了两党议员的广泛支持,并将在年底之前开始生效实施。""",
}
UNTOLD = ["", "Sanctions", "12 34 56", "e " * 100, "word " * 100]


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_text_is_told_by_its_script_or_its_small_words(language, text):
    assert language_of(text, words()) == language


@pytest.mark.parametrize("text", UNTOLD)
def test_too_little_tells_no_language(text):
    assert language_of(text, words()) is None


@pytest.mark.parametrize("language", ["de", "fr", "ru", "zh"])
def test_an_article_in_another_language_is_refused_by_name(language):
    with pytest.raises(InputError, match="only English is read") as refusal:
        extract(Article(text=TEXTS[language], origin="a.txt"), words())
    assert refusal.value.where == "a.txt"


def test_a_quotation_in_another_language_does_not_make_an_article_foreign():
    assert language_of(f"{TEXTS['en']} {TEXTS['en']} {TEXTS['de']}", words()) == "en"


@given(st.text(max_size=400))
def test_any_text_has_a_known_language_or_none(text):
    language = language_of(text, words())
    assert language is None or language in words().language_names
