"""Makes news' other ways of writing out of ordinary sentences: headlines, capitals, missing stops, curly quotation marks."""
import dataclasses

SMALL_WORDS = {"a", "an", "the", "and", "but", "or", "nor", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on", "onto", "over", "per", "to",
               "up", "via", "with", "than", "that", "n't", "'s", "’s"}
STOPS = {".", "!", "?"}
DROPPED_IN_HEADLINES = {"det", "aux", "aux:pass", "cop"}
ARTICLES = {"a", "an", "the"}
FORMS_OF_BE = {"is", "are", "was", "were", "has", "have", "been", "be", "had"}
CURLY = {"'": "’", "'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m", "s'": "s’"}


def _without(sentence, dropped):
    """The sentence without some words that govern none."""
    kept = [i for i in range(len(sentence.forms)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    part = lambda values: None if values is None else [values[i] for i in kept]
    names = part(sentence.names)
    if names is not None:
        # A name whose first word fell begins with its second.
        for new, old in enumerate(kept):
            if old and old - 1 in dropped and names[new] and names[new] % 2 == 0:
                names[new] -= 1
    heads = None if sentence.heads is None else [place.get(sentence.heads[i], -1) for i in kept]
    return dataclasses.replace(sentence, forms=part(sentence.forms), tags=part(sentence.tags), heads=heads, labels=part(sentence.labels), names=names)


def without_stop(sentence):
    last = len(sentence.forms) - 1
    if last < 1 or sentence.forms[last] not in STOPS or (sentence.heads and last in sentence.heads):
        return sentence
    return _without(sentence, {last})


def title_case(sentence):
    """Each Word With a Capital but for Small Words."""
    forms = [w if i and w.lower() in SMALL_WORDS else w[:1].upper() + w[1:] if w[:1].isalpha() else w for i, w in enumerate(sentence.forms)]
    return dataclasses.replace(sentence, forms=forms)


def capitals(sentence):
    return dataclasses.replace(sentence, forms=[w.upper() for w in sentence.forms])


def small_letters(sentence):
    return dataclasses.replace(sentence, forms=[w.lower() for w in sentence.forms])


def curly_quotes(sentence):
    """Typographic marks; straight double quotes open and close by turns."""
    forms, open_ = [], False
    for word in sentence.forms:
        if word in ('"', "``", "''"):
            open_ = word == "``" or (word == '"' and not open_)
            word = "“" if open_ else "”"
        forms.append(CURLY.get(word, word))
    return dataclasses.replace(sentence, forms=forms)


def headline(sentence):
    """No stop, no articles, no auxiliaries: "Minister killed in attack on convoy"."""
    sentence = without_stop(sentence)
    governors = set(sentence.heads)
    dropped = {i for i, (word, label) in enumerate(zip(sentence.forms, sentence.labels))
               if label in DROPPED_IN_HEADLINES and i not in governors and sentence.heads[i] >= 0 and
               word.lower() in (ARTICLES if label == "det" else FORMS_OF_BE)}
    return _without(sentence, dropped) if len(dropped) < len(sentence.forms) else sentence


def augmented(sentence, random):
    """The sentence as it is, three times of four, or in another way of writing."""
    chance = random.random()
    if chance < 0.75:
        return sentence
    if chance < 0.81:
        return without_stop(sentence)
    if chance < 0.87:
        return curly_quotes(sentence)
    if chance < 0.94 and sentence.heads is not None:
        sentence = headline(sentence)
        return title_case(sentence) if random.random() < 0.4 else sentence
    if chance < 0.96:
        return title_case(without_stop(sentence))
    if chance < 0.985:
        return capitals(sentence)
    return small_letters(sentence)
