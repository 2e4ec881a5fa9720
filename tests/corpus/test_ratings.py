from __future__ import annotations

from rakenlp.corpus.ratings import Scale, find_scales, fit_scale, written_scale


def test_a_header_tells_its_scale():
    assert written_scale("Arvioi asteikolla 0–10") == Scale(0, 10)
    assert written_scale("Kuinka hyvin (1=heikosti ... 5)?") is None
    assert written_scale("Vuonna 2026") is None


def test_the_smallest_scale_that_fits():
    assert fit_scale([1, 4]) == Scale(1, 4)
    assert fit_scale([2, 5]) == Scale(1, 5)
    assert fit_scale([0, 3]) == Scale(0, 10)
    assert fit_scale([12]) is None


def test_statements_of_one_survey_share_a_scale():
    columns = [("Sisältö", [1.0, 4.0]), ("Tilat", [3.0, 5.0]), ("Suosittelu 0-10", [9.0])]
    assert find_scales(columns) == [Scale(1, 5), Scale(1, 5), Scale(0, 10)]
