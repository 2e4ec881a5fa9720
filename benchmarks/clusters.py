"""Groups found without being told how many, against gold labels.

Needs the shared data beside the checkout (``../shared/data``). Run: python benchmarks/clusters.py
"""

from __future__ import annotations

import time

from vectors import drawn

from rakenlp.evaluate import cluster_scores
from rakenlp.miner import MinerSettings, PhenomenonMiner
from rakenlp.settings import ClusterSettings


def main() -> None:
    print("set\tdetail\tgroups\ttrue\tV\tAMI\tARI\tunclassified\tseconds")
    for name in ("vaalikone_eduskunta2003", "vaalikone_euro2004"):
        texts, labels = drawn(name)
        for detail in ("karkea", "tavallinen", "hieno"):
            start = time.perf_counter()
            miner = PhenomenonMiner(MinerSettings(cluster=ClusterSettings(detail=detail)))
            found = miner.fit(texts).labels_
            seconds = time.perf_counter() - start
            scores = cluster_scores(labels, found.tolist())
            print(
                name,
                detail,
                scores.n_clusters,
                scores.n_true,
                f"{scores.v_measure:.3f}",
                f"{scores.ami:.3f}",
                f"{scores.ari:.3f}",
                f"{scores.unclassified:.3f}",
                f"{seconds:.0f}",
                sep="\t",
            )


if __name__ == "__main__":
    main()
