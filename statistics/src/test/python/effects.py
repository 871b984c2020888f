"""Expected numbers of the tests of nl.leercirkel.statistics.effect, computed apart from the Java code: numpy 2 and scipy 1.17.

Run: python3 effects.py <folder with the reference data> [coverage]. The output is copied into the tests by hand, with its digits.
"""
import csv, sys
import numpy as np
from scipy import stats

DATA = sys.argv[1]


def card_krueger():
    """Sandwich errors with stores as clusters; CR2 with each store's block of I - H turned into its inverse root whole."""
    rows = [r for r in csv.DictReader(open(DATA + "/did_cardkrueger/card-krueger.csv")) if r["fte"] not in ("NA", "")]
    y = np.array([float(r["fte"]) for r in rows])
    treated, after, store = (np.array([int(r[c]) for r in rows]) for c in ("nj", "d", "id"))
    x = np.c_[np.ones(len(y)), treated, after, treated * after]
    bread = np.linalg.inv(x.T @ x)
    beta = bread @ x.T @ y
    e = y - x @ beta
    print("cells and effect", beta)
    groups = np.unique(store)
    meat = sum(np.outer(x[store == g].T @ e[store == g], x[store == g].T @ e[store == g]) for g in groups)
    n, k, g = len(y), 4, len(groups)
    print("CR1", np.sqrt((bread @ meat @ bread)[3, 3] * g / (g - 1) * (n - 1) / (n - k)), g)
    maker = np.eye(n) - x @ bread @ x.T
    total, directions = 0, []
    for one in groups:
        i = np.where(store == one)[0]
        w, u = np.linalg.eigh(maker[np.ix_(i, i)])
        c = bread[3] @ x[i].T @ ((u * np.where(w > 1e-10, 1 / np.sqrt(np.maximum(w, 1e-300)), 0)) @ u.T)
        total += (c @ e[i]) ** 2
        directions.append(maker[i].T @ c)
    p = np.array(directions)
    q = p @ p.T
    print("CR2", np.sqrt(total), "degrees", np.trace(q) ** 2 / np.sum(q**2))
    stores = {}
    for r in rows:
        stores.setdefault(int(r["id"]), {})[int(r["d"])] = (float(r["fte"]), int(r["nj"]))
    both = np.array([(v[1][0] - v[0][0], v[0][1]) for v in stores.values() if len(v) == 2])
    nj, pa = both[both[:, 1] == 1, 0], both[both[:, 1] == 0, 0]
    print("twice", len(both), nj.mean() - pa.mean(), np.sqrt(nj.var(ddof=1) / len(nj) + pa.var(ddof=1) / len(pa)))


def turned(x, y, r):
    return (np.vstack([np.sqrt(1 - r * r) * x[:1], x[1:] - r * x[:-1]]),
            np.r_[np.sqrt(1 - r * r) * y[0], y[1:] - r * y[:-1]])


def california():
    y = np.array([float(r["cigsale"]) for r in csv.DictReader(open(DATA + "/scm_prop99/P99data.csv"))
                  if r["state"] == "California"])
    n, start = len(y), 19
    t = np.arange(n)
    x = np.c_[np.ones(n), t - start, t >= start, np.where(t >= start, t - start, 0)].astype(float)
    bread = np.linalg.inv(x.T @ x)
    b = bread @ x.T @ y
    e = y - x @ b
    print("least squares", b, "Durbin-Watson", np.sum(np.diff(e) ** 2) / np.sum(e**2))
    for lag in (0, 1, 3):
        s = (x * e[:, None]).T @ (x * e[:, None])
        for m in range(1, lag + 1):
            c = (x[m:] * e[m:, None]).T @ (x[:-m] * e[:-m, None])
            s += (1 - m / (lag + 1)) * (c + c.T)
        print("Newey-West", lag, np.sqrt(np.diag(bread @ s @ bread) * n / (n - 4)))
    r, before = 0.0, 1.0
    while abs(r - before) > 1e-14:
        before = r
        e = y - x @ b
        r = np.sum(e[1:] * e[:-1]) / np.sum(e[:-1] ** 2)
        xs, ys = turned(x, y, r)
        inverse = np.linalg.inv(xs.T @ xs)
        b = inverse @ xs.T @ ys
    u = ys - xs @ b
    print("Prais-Winsten", r, b, np.sqrt(np.diag(inverse) * (u @ u) / (n - 4)))


def coverage(runs=2500, points=80):
    """How often the mixture over the autocorrelation holds the truth: jump, slope change, mean effect; and least squares, jump."""
    rng = np.random.default_rng(2)
    rs = np.sin(np.pi * ((np.arange(points) + .5) / points - .5))
    for n, start in ((16, 8), (24, 12), (40, 20), (60, 30), (100, 60)):
        t = np.arange(n)
        x = np.c_[np.ones(n), t - start, t >= start, np.where(t >= start, t - start, 0)].astype(float)
        sums = np.array([[0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 1, (n - start - 1) / 2]]).T
        for rho in (0, .3, .6, .8):
            e = np.zeros((runs, n))
            e[:, 0] = rng.standard_normal(runs) / np.sqrt(1 - rho**2)
            for i in range(1, n):
                e[:, i] = rho * e[:, i - 1] + rng.standard_normal(runs)
            log, centre, error = np.empty((runs, points)), np.empty((runs, points, 3)), np.empty((runs, points, 3))
            for a, r in enumerate(rs):
                turn = np.eye(n)
                turn[0, 0] = np.sqrt(1 - r * r)
                turn[np.arange(1, n), np.arange(n - 1)] = -r
                xs = turn @ x
                inverse = np.linalg.inv(xs.T @ xs)
                ys = e @ turn.T
                b = ys @ xs @ inverse
                rss = ((ys - b @ xs.T) ** 2).sum(1)
                log[:, a] = -.5 * ((n - 4) * np.log(rss) - np.log(1 - r * r) - np.linalg.slogdet(inverse)[1])
                centre[:, a] = b @ sums
                error[:, a] = np.sqrt(rss[:, None] / (n - 4) * np.einsum("ij,ik,kj->j", sums, inverse, sums))
            w = np.exp(log - log.max(1, keepdims=True))
            w /= w.sum(1, keepdims=True)
            below = (w[:, :, None] * stats.t.cdf(-centre / error, n - 4)).sum(1)
            plain = np.abs(rs).argmin()
            ols = np.abs(centre[:, plain, 0] / error[:, plain, 0]) < stats.t.ppf(.975, n - 4)
            print("coverage", n, rho, ((below > .025) & (below < .975)).mean(0), "least squares", ols.mean())


card_krueger()
california()
if "coverage" in sys.argv:
    coverage()
