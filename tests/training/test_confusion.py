from training.confusion import NOTHING, confusion
from training.metrics import Mention


def test_each_gold_mention_goes_with_what_shares_most_of_it():
    gold = [Mention("ADE", ((0, 10), (20, 30))), Mention("DRUG", ((40, 45),)), Mention("DOSE", ((50, 52),))]
    found = [
        Mention("SYMPTOM", ((0, 4),)),
        Mention("ADE", ((18, 28),)),
        Mention("CONDITION", ((40, 45),)),
        Mention("ROUTE", ((60, 64),)),
    ]
    table = confusion([(gold, found), ([], [])])
    counts = {
        (row, column): count
        for row, cells in zip(table.labels, table.counts, strict=True)
        for column, count in zip(table.labels, cells, strict=True)
        if count
    }
    assert counts == {
        ("ADE", "ADE"): 1,
        ("DRUG", "CONDITION"): 1,
        ("DOSE", NOTHING): 1,
        (NOTHING, "ROUTE"): 1,
    }
    assert table.labels[-1] == NOTHING
