"""Expected numbers of the tests, computed apart from the Java code: numpy 2 and scipy 1.17, formulas from the papers.

Run: python3 reference.py <folder with the reference data>. The output is copied into the tests by hand, with its digits.
"""
import csv, itertools, math, sys
import numpy as np
from scipy import optimize, stats

DATA = sys.argv[1]


def show(name, *values):
    print(name, *(f"{v:.10g}" if isinstance(v, (float, np.floating)) else v for v in values))


# --- shares and counts
for k, n, ref in ((682, 925, .75), (11, 50, .5), (10, 44, .5), (0, 12, .1)):
    t = stats.binomtest(k, n, ref)
    show(f"binom {k}/{n}", t.pvalue, *t.proportion_ci(method="exact"), *t.proportion_ci(method="wilson"))
    for alt in ("less", "greater"):
        show("  " + alt, stats.binomtest(k, n, ref, alternative=alt).pvalue)
    a, b = k + .5, n - k + .5
    show("  jeffreys", stats.beta.ppf(.025, a, b), stats.beta.ppf(.975, a, b))
show("garwood 0", stats.gamma.ppf(.975, 1))
show("garwood 7", stats.gamma.ppf(.025, 7), stats.gamma.ppf(.975, 8))
p1 = stats.poisson.pmf(np.arange(200), 4.5)
show("poisson 9 against 4.5", p1[p1 <= stats.poisson.pmf(9, 4.5) * (1 + 1e-7)].sum(), stats.poisson.sf(8, 4.5))
c = stats.binomtest(11, 32, 800 / (800 + 3011))
ci = c.proportion_ci()
show("poisson ratio 11/800 21/3011", c.pvalue, *(x / (1 - x) * 3011 / 800 for x in ci))
show("fisher tea", stats.fisher_exact([[3, 1], [1, 3]], alternative="greater")[1], stats.fisher_exact([[3, 1], [1, 3]])[1])
o = stats.contingency.odds_ratio([[7, 12], [0 + 2, 9]])
show("odds ratio 7 12 2 9", o.statistic, *o.confidence_interval(.95), stats.fisher_exact([[7, 12], [2, 9]])[1])
o = stats.contingency.odds_ratio([[3, 1], [1, 3]])
show("odds ratio tea", o.statistic, *o.confidence_interval(.95))
show("mcnemar", (abs(86 - 150) - 1) ** 2 / 236, stats.chi2.sf(63 ** 2 / 236, 1), stats.binomtest(86, 236).pvalue)

# --- means and ranks
sleep1 = [.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2]
sleep2 = [1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4]
w = stats.ttest_ind(sleep1, sleep2, equal_var=False)
show("welch", w.statistic, w.df, w.pvalue, *w.confidence_interval())
w = stats.ttest_rel(sleep1, sleep2)
show("paired", w.statistic, w.pvalue, *w.confidence_interval())
w = stats.ttest_1samp(sleep2, 1)
show("one sample", w.statistic, w.pvalue, *w.confidence_interval(), stats.skew(sleep2, bias=False))
money = [1200, 3400, 800, 15600, 2900, 700, 4100, 5200, 980, 22000, 1500, 2600, 3300, 610, 7400]
b = stats.bootstrap((money,), np.mean, n_resamples=400000, rng=1, method="BCa", batch=20000)
show("bca money mean", *b.confidence_interval, b.standard_error)
b = stats.bootstrap((money, sleep2), lambda x, y, axis=-1: np.mean(x, axis) - 1000 * np.mean(y, axis), n_resamples=400000, rng=1, method="BCa", batch=20000)
show("bca difference", *b.confidence_interval)
x = [1.83, .5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
y = [.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
show("wilcoxon", *stats.wilcoxon(x, y, alternative="greater", method="exact"))
a = [.8, .83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, .73, 1.46]
d = [1.15, .88, .9, .74, 1.21]
show("rank sum", *stats.mannwhitneyu(a, d, alternative="greater", method="exact"))
t1, t2 = [1, 2, 2, 3, 5, 5, 5], [2, 4, 5, 6, 6, 7]
m = stats.mannwhitneyu(t1, t2, method=stats.PermutationMethod(n_resamples=np.inf))
show("rank sum with ties", m.statistic, m.pvalue)
big1, big2 = [i % 17 + .1 * (i % 3) for i in range(40)], [i % 13 + 2.5 for i in range(45)]
show("rank sum large", *stats.mannwhitneyu(big1, big2, method="asymptotic"))
diffs = np.array([((i * 37) % 41) - 18 for i in range(120)], float)
show("signed rank large", *stats.wilcoxon(diffs[diffs != 0], alternative="greater", method="asymptotic", correction=True), (diffs != 0).sum())
all_means = [np.mean(s) - (sum(t1 + t2) - sum(s)) / 6 for s in itertools.combinations(t1 + t2, 7)]
show("permutation", sum(abs(m) >= abs(np.mean(t1) - np.mean(t2)) - 1e-9 for m in all_means), len(all_means))
p = stats.permutation_test((sleep1, sleep2), lambda x, y: np.mean(x) - np.mean(y), permutation_type="samples", n_resamples=np.inf)
show("permutation paired", p.statistic, p.pvalue)
ps = [.01, .02, .03, .04, .05, .005]
show("bh", *stats.false_discovery_control(ps))
show("by", *stats.false_discovery_control(ps, method="by"))
show("noncentral t", stats.nct.cdf(2.0244, 38, 3.16227766), stats.nct.cdf(1, 3, 2))


def exact_power(n, p0, p1, a):
    if p1 < p0:
        crit = max([k for k in range(-1, n + 1) if stats.binom.cdf(k, n, p0) <= a])
        return stats.binom.cdf(crit, n, p1)
    crit = min([k for k in range(0, n + 2) if stats.binom.sf(k - 1, n, p0) <= a])
    return stats.binom.sf(crit - 1, n, p1)


show("exact power 44 .5 .3", exact_power(44, .5, .3, .05), exact_power(44, .3, .5, .05))
powers = np.array([exact_power(n, .5, .3, .05) for n in range(1, 201)])
show("cases .5 .3", int(np.max(np.nonzero(powers < .8)[0]) + 2))

# --- durations
rows = list(csv.DictReader(open(f"{DATA}/survival/lung.csv")))
lung = [(float(r["time"]), r["status"] == "2", int(r["sex"]), float(r["age"]), r["ph.ecog"]) for r in rows]


def cox(time, event, X, strata=None, entry=None, ties="efron"):
    """Newton on the partial likelihood written out by definition, one risk set at a time."""
    time, event, X = np.array(time), np.array(event), np.array(X, float)
    strata = np.zeros(len(time)) if strata is None else np.array(strata)
    entry = np.full(len(time), -1.) if entry is None else np.array(entry)

    def parts(beta):
        ll, U, I = 0, np.zeros(X.shape[1]), np.zeros((X.shape[1],) * 2)
        res = []
        for s in np.unique(strata):
            for t in np.unique(time[event & (strata == s)]):
                R = (time >= t) & (entry < t) & (strata == s)
                D = event & (time == t) & (strata == s)
                w = np.exp(X @ beta)
                d = D.sum()
                ll += (X[D] @ beta).sum()
                xb = np.zeros(X.shape[1])
                for k in range(d):
                    f = k / d if ties == "efron" else 0
                    v = w * R - f * w * D
                    S0, S1 = v.sum(), v @ X
                    S2 = (X.T * v) @ X
                    ll -= math.log(S0)
                    xb += S1 / S0 / d
                    I += S2 / S0 - np.outer(S1, S1) / S0 ** 2
                for i in np.nonzero(D)[0]:
                    U += X[i] - xb
                    res.append((t, X[i] - xb))
        return ll, U, I, res

    beta = np.zeros(X.shape[1])
    ll0, U0, I0, _ = parts(beta)
    for _ in range(30):
        ll, U, I, res = parts(beta)
        beta = beta + np.linalg.solve(I, U)
    ll, U, I, res = parts(beta)
    V = np.linalg.inv(I)
    times = np.array([r[0] for r in res])
    g = stats.rankdata(times) - stats.rankdata(times).mean()
    rr = np.array([r[1] for r in res])
    z = (g @ rr @ V) ** 2 / (np.diag(V) / len(times) * (g ** 2).sum()) / 1
    return beta, np.sqrt(np.diag(V)), ll, 2 * (ll - ll0), U0 @ np.linalg.solve(I0, U0), beta @ I @ beta, z


T, E, S = [r[0] for r in lung], [r[1] for r in lung], [r[2] for r in lung]
for ties in ("efron", "breslow"):
    b, se, ll, lr, sc, wald, zph = cox(T, E, [[s] for s in S], ties=ties)
    show("cox lung sex " + ties, b[0], se[0], ll, lr, sc, wald, zph[0])
full = [r for r in lung if r[4] != "NA"]
b, se, ll, lr, sc, wald, zph = cox([r[0] for r in full], [r[1] for r in full], [[r[3], r[2], float(r[4])] for r in full])
show("cox lung age sex ecog", *b, *se, ll, lr, sc, wald, *zph)
b, se, ll, lr, sc, wald, zph = cox(T, E, [[r[3]] for r in lung], strata=S, entry=[min(t - 1, 30 * (i % 3)) for i, t in enumerate(T)])
show("cox lung age strata sex late", b[0], se[0], ll, lr)


def logrank(time, event, group, strata):
    time, event, group, strata = map(np.array, (time, event, group, strata))
    labels = np.unique(group)
    O, Ex, V = np.zeros(len(labels)), np.zeros(len(labels)), np.zeros((len(labels),) * 2)
    for s in np.unique(strata):
        for t in np.unique(time[event & (strata == s)]):
            n = np.array([((time >= t) & (group == g) & (strata == s)).sum() for g in labels], float)
            d = np.array([((time == t) & event & (group == g) & (strata == s)).sum() for g in labels], float)
            N, D = n.sum(), d.sum()
            O += d
            Ex += D * n / N
            if N > 1:
                V += D * (N - D) / (N - 1) * (np.diag(n / N) - np.outer(n, n) / N ** 2)
    x = (O - Ex)[:-1]
    return x @ np.linalg.solve(V[:-1, :-1], x), O, Ex


show("logrank lung", *logrank(T, E, S, [0] * len(T)))
show("logrank lung stratified by ecog", *logrank([r[0] for r in full], [r[1] for r in full], [r[2] for r in full], [float(r[4]) for r in full]))
vet = list(csv.DictReader(open(f"{DATA}/survival/veteran.csv")))
show("logrank veteran cells", *logrank([float(r["time"]) for r in vet], [r["status"] == "1" for r in vet], [r["celltype"] for r in vet], [0] * len(vet)))


def km(time, event, entry=None):
    time, event = np.array(time), np.array(event)
    entry = np.full(len(time), -1.) if entry is None else np.array(entry)
    out, s, gw = [], 1, 0
    for t in np.unique(time[event]):
        n, d = ((time >= t) & (entry < t)).sum(), (event & (time == t)).sum()
        s *= 1 - d / n
        gw += d / (n * (n - d)) if n > d else 0
        out.append((t, n, d, s, gw))
    return out


def rmst(curve, tau):
    c = [r for r in curve if r[0] <= tau]
    ts = [0] + [r[0] for r in c] + [tau]
    ss = [1] + [r[3] for r in c]
    area = sum(s * (b - a) for s, a, b in zip(ss, ts, ts[1:]))
    var = 0
    for i, (t, n, d, s, _) in enumerate(c):
        rest = sum(c[j][3] * (ts[j + 2] - ts[j + 1]) for j in range(i, len(c)))
        var += rest ** 2 * d / (n * (n - d))
    return area, math.sqrt(var)


curve = km(T, E)
row = [r for r in curve if r[0] <= 365][-1]
s, se = row[3], math.sqrt(row[4])
z = stats.norm.ppf(.975)
show("km 365", s, s * se, s * math.exp(-z * se), s * math.exp(z * se), s ** math.exp(z * se / -math.log(s)), s ** math.exp(-z * se / -math.log(s)), s - z * s * se, s + z * s * se)
show("rmst 365", *rmst(curve, 365))
late = km(T, E, [min(t - 1, 30 * (i % 3)) for i, t in enumerate(T)])
row = [r for r in late if r[0] <= 365][-1]
show("km late 365", row[1], row[3], row[3] * math.sqrt(row[4]))


def aj(time, cause, k, t):
    """Aalen-Johansen with the variance as a plain matrix product (Andersen et al. 1993, IV.4.1.3), not the formula in the code."""
    time, cause = np.array(time), np.array(cause)
    ks = [c for c in np.unique(cause) if c > 0]
    P = np.eye(1 + len(ks))
    steps = []
    for u in np.unique(time[(cause > 0) & (time <= t)]):
        n = (time >= u).sum()
        d = np.array([((time == u) & (cause == c)).sum() for c in ks], float)
        M = np.eye(1 + len(ks))
        M[0, 0] -= d.sum() / n
        M[0, 1:] = d / n
        steps.append((M, n, d))
    full = np.eye(1 + len(ks))
    for M, _, _ in steps:
        full = full @ M
    j = 1 + ks.index(k)
    var = 0
    for i, (M, n, d) in enumerate(steps):
        before, after = np.eye(1 + len(ks)), np.eye(1 + len(ks))
        for A, _, _ in steps[:i]:
            before = before @ A
        for A, _, _ in steps[i + 1:]:
            after = after @ A
        h = np.array([after[1 + c, j] - after[0, j] for c in range(len(ks))])
        q = d / n
        var += before[0, 0] ** 2 * (h @ (np.diag(q) - np.outer(q, q)) @ h) / n
    return full[0, j], math.sqrt(var)


ct = [1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 18]
cc = [1, 0, 2, 1, 1, 2, 1, 0, 2, 1, 1, 0, 2, 1, 0, 1, 2, 0, 1, 0]
for k in (1, 2):
    show(f"aj cause {k} at 10", *aj(ct, cc, k, 10))

# --- comparison
ev, pop, std = np.array([5., 20, 45]), np.array([2000., 3000, 1500]), np.array([50., 30, 20])
wt = std / std.sum() / pop * 1000
r, v = (wt * ev).sum(), (wt ** 2 * ev).sum()
wm = wt.max()
show("direct", r, v / r * stats.gamma.ppf(.025, r * r / v), (v + wm ** 2) / (r + wm) * stats.gamma.ppf(.975, (r + wm) ** 2 / (v + wm ** 2)))
y, e = np.array([9, 39, 11, 9, 15, 8, 26, 7, 6, 20, 0, 3]), np.array([1.4, 8.7, 3., 2.5, 4.3, 2.4, 8.1, 2.3, 2., 6.6, 4.4, 5.])


def nll(par):
    m, a = np.exp(par)
    return -stats.nbinom.logpmf(y, a, a / (a + m * e)).sum()


best = optimize.minimize(nll, [0, 0], method="Nelder-Mead", options=dict(xatol=1e-11, fatol=1e-13, maxiter=9999))
m, a = np.exp(best.x)
show("shrinkage mean shape", m, a, *((a + y) / (a / m + e))[[0, 10]], stats.gamma.ppf(.025, a + 9) / (a / m + 1.4))

X = np.array([[0, 0], [1, 30], [2, 10], [3, 20]], float)
V = np.linalg.inv(np.cov(X.T))
show("mahalanobis from 0", *(math.sqrt((x - X[0]) @ V @ (x - X[0])) for x in X))
show("garwood 2 and 8", stats.gamma.ppf(.025, 2), stats.gamma.ppf(.975, 9))
rows = list(csv.DictReader(open(f"{DATA}/matching/lalonde_matchit.csv")))
t, y = np.array([int(r["treat"]) for r in rows]), np.array([float(r["re78"]) for r in rows])
M = np.array([[1, float(r["age"]), float(r["educ"]), r["race"] == "black", r["race"] == "hispan", float(r["married"]), float(r["nodegree"]), float(r["re74"]), float(r["re75"])] for r in rows], float)
b = np.zeros(M.shape[1])
for _ in range(50):
    p = 1 / (1 + np.exp(-M @ b))
    b = b + np.linalg.solve((M.T * (p * (1 - p))) @ M, M.T @ (t - p))
left, total = list(np.nonzero(t == 0)[0]), 0
for i in sorted(np.nonzero(t)[0], key=lambda i: -p[i]):
    j = min(left, key=lambda c: abs(p[c] - p[i]))
    left.remove(j)
    total += y[i] - y[j]
show("lalonde nearest", total / t.sum(), y[t == 1].mean() - y[t == 0].mean())
