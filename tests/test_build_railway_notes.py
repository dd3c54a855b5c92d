"""What a stretch of railway says of itself: sentences of the sections side by side, each once."""


def test_no_shipped_stretch_says_a_sentence_twice(atlas_layers):
    said = 0
    for row in atlas_layers["railways"].itertuples():
        sentences = [part.strip(" .") for part in (row.note or "").split(". ") if part.strip(" .")]
        said += len(sentences) > 1
        assert len(sentences) == len(set(sentences)), row.id
    assert said > 50
