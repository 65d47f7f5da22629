"""Writes statistics.json: figures from exact fractions, enumeration and quadrature, no line shared with the lib."""
import json, math, itertools, os, random, statistics
from fractions import Fraction as F
from decimal import Decimal as D, getcontext
getcontext().prec = 60
Z = D('1.96')

def wilson(k, n):
    # The two roots of (p - k/n)^2 = z^2 p (1 - p) / n, as a quadratic equation.
    a, b, c = D(n) + Z * Z, -(2 * D(k) + Z * Z), D(k) * D(k) / D(n)
    root = (b * b - 4 * a * c).sqrt()
    return [float((-b - root) / (2 * a)), float((-b + root) / (2 * a))]

def rising(a, n):
    out = F(1)
    for i in range(n): out *= a + i
    return out

def beta_binomial_tail(K, m, won, lost):
    a, b = F(1, 2) + won, F(1, 2) + lost
    p = lambda x: math.comb(m, x) * rising(a, x) * rising(b, m - x) / rising(a + b, m)
    assert sum(p(x) for x in range(m + 1)) == 1
    return float(sum(p(x) for x in range(max(K, 0), m + 1)))

def poisson_binomial_tail(K, percents):
    total = F(0)
    for wins in itertools.product([0, 1], repeat=len(percents)):
        if sum(wins) >= K:
            p = F(1)
            for w, q in zip(wins, percents): p *= F(q, 100) if w else 1 - F(q, 100)
            total += p
    return float(total)

def calibration(pairs):
    n = len(pairs)
    s = sum(F(p, 100) - y for p, y in pairs)
    v = sum(F(p, 100) * (1 - F(p, 100)) for p, y in pairs)
    z = D(s.numerator) / D(s.denominator) / (D(v.numerator) / D(v.denominator)).sqrt()
    return {'difference': float(s / n), 'z': float(z)}

def greater(wa, la, wb, lb):
    # x = sin(t)^2 makes both densities smooth; Simpson over a fine grid.
    N = 20000; h = math.pi / 2 / N
    def dens(w, l):
        lnc = math.lgamma(w + l + 1) - math.lgamma(w + .5) - math.lgamma(l + .5)
        out = []
        for i in range(N + 1):
            s, c = math.sin(i * h), math.cos(i * h)
            if (s <= 0 and w) or (c <= 1e-300 and l): out.append(0.0); continue
            out.append(2 * math.exp(lnc + (2 * w * math.log(s) if w else 0) + (2 * l * math.log(c) if l else 0)))
        return out
    fa, fb = dens(wa, la), dens(wb, lb)
    cdf = [0.0]
    for i in range(1, N + 1): cdf.append(cdf[-1] + (fb[i - 1] + fb[i]) * h / 2)
    g = [x * y for x, y in zip(fa, cdf)]
    return (g[0] + g[-1] + 4 * sum(g[1:-1:2]) + 2 * sum(g[2:-1:2])) * h / 3

def uniform(seed):
    M = 0xffffffff
    def fnv(salt):
        h = 0x811c9dc5 ^ salt
        for ch in seed: h = ((h ^ ord(ch)) * 0x01000193) & M
        return h
    a, b, c, n = fnv(1), fnv(2), fnv(3), 1
    for i in itertools.count():
        t = (a + b + n) & M
        n, a, b, c = (n + 1) & M, b ^ (b >> 9), (c + (c << 3)) & M, ((((c << 21) | (c >> 11)) & M) + t) & M
        if i >= 15: yield (t + 0.5) / 2 ** 32

def sfc32(seed, draws): return list(itertools.islice(uniform(seed), draws))

def js(x): return str(int(x)) if x == int(x) else repr(float(x))

def bootstrap(seed, groups, statistic):
    # The same draws, but statistics in exact fractions.
    u, values = uniform(seed), []
    for _ in range(2000):
        v = statistic([[g[int(next(u) * len(g))] for _ in g] for g in groups])
        if v is not None: values.append(v)
    values.sort()
    return [float(values[math.ceil(F(k, 100) * len(values)) - 1]) for k in (5, 95)]

mean = lambda xs: sum(xs, F(0)) / len(xs)

def own_share(won, lost):
    won, lost = sorted(won), sorted(lost)
    seed = 'own-share ' + ' / '.join(' '.join(js(x) for x in g) for g in (won, lost))
    index = lambda gs: mean(gs[0]) - mean(gs[1])
    return {'won': [float(x) for x in won], 'lost': [float(x) for x in lost], 'index': float(index([won, lost])),
            'interval': bootstrap(seed, [won, lost], index)}

def missions(shares):
    # Every sample with replacement there is: the distribution that a simulation approaches.
    every = sorted(mean(s) for s in itertools.product(shares, repeat=len(shares)))
    return {'shares': [float(x) for x in shares], 'share': float(mean(shares)),
            'exact': [float(every[math.ceil(F(k, 100) * len(every)) - 1]) for k in (5, 95)],
            'interval': bootstrap('missions ' + ' '.join(js(x) for x in sorted(shares)), [sorted(shares)], lambda g: mean(g[0]))}

def skill_of(ps):
    # Each outcome against the average of the others, one by one.
    n, total = len(ps), sum(y for _, y in ps)
    brier = mean([(F(p, 100) - y) ** 2 for p, y in ps])
    ref = mean([(F(total - y, n - 1) - y) ** 2 for _, y in ps])
    return brier, (None if ref == 0 else 1 - brier / ref)

def skill(ps):
    ps = sorted(ps)
    seed = 'forecast-skill ' + ' '.join(js(p / 100) + ('+' if y else '-') for p, y in ps)
    brier, value = skill_of(ps)
    return {'forecasts': ps, 'brier': float(brier), 'skill': float(value), 'interval': bootstrap(seed, [ps], lambda g: skill_of(g[0])[1])}

def kendall(ps):
    # Pair by pair, and for p every order there is.
    sign = lambda v: (v > 0) - (v < 0)
    def parts(xs, ys):
        two = list(itertools.combinations(range(len(xs)), 2))
        return (sum(sign(xs[i] - xs[j]) * sign(ys[i] - ys[j]) for i, j in two),
                sum(xs[i] != xs[j] for i, j in two), sum(ys[i] != ys[j] for i, j in two))
    xs, ys = [p[0] for p in ps], [p[1] for p in ps]
    s, tx, ty = parts(xs, ys)
    every = [abs(parts(xs, order)[0]) >= abs(s) for order in itertools.permutations(ys)]
    return {'pairs': ps, 'tau': float(D(s) / (D(tx) * D(ty)).sqrt()), 'p': float(F(sum(every), len(every)))}

def sign_test(ds):
    ds = [d for d in ds if d]
    up = sum(d > 0 for d in ds)
    far = abs(2 * up - len(ds))
    every = [abs(2 * sum(c) - len(ds)) >= far for c in itertools.product([0, 1], repeat=len(ds))]
    return float(F(sum(every), len(every)))

def beta_below(x, a, b):
    # x^a (1-x)^b / (a B(a, b)) times a series of positive terms.
    if x <= 0: return 0.0
    if x >= 1: return 1.0
    term, total, n = 1.0, 1.0, 0
    while term > total * 1e-18:
        term *= (a + b + n) / (a + 1 + n) * x; n += 1; total += term
    return math.exp(a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a + 1) - math.lgamma(b)) * total

def beta_quantile(q, a, b):
    lo, hi = 0.0, 1.0
    for _ in range(60):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if beta_below(mid, a, b) < q else (lo, mid)
    return lo

def worth(won, lost, held, missed):
    # P(XY <= q) = integral of the density of X times P(Y <= q/X), over x = sin(t)^2.
    N = 1000; h = math.pi / 2 / N
    lnc = math.lgamma(won + lost + 1) - math.lgamma(won + .5) - math.lgamma(lost + .5)
    xs = [math.sin(i * h) ** 2 for i in range(1, N)]
    fs = [2 * math.exp(lnc + won * math.log(x) + lost * math.log1p(-x)) * h for x in xs]
    below = lambda q: sum(f * beta_below(min(1, q / x), held + .5, missed + .5) for f, x in zip(fs, xs))
    def quantile(p):
        lo, hi = 0.0, 1.0
        for _ in range(14):
            mid = (lo + hi) / 2
            lo, hi = (mid, hi) if below(mid) < p else (lo, mid)
        return lo
    return {'chosen': [won, lost], 'held': [held, missed], 'both': float(F(2 * won + 1, 2 * (won + lost + 1)) * F(2 * held + 1, 2 * (held + missed + 1))),
            'interval': [quantile(.05), quantile(.95)]}

pairs = lambda text: [(int(t.split(':')[0]), int(t.split(':')[1])) for t in text.split()]
some = pairs('60:1 40:0 75:1 55:0 30:0 80:1 65:0 50:1 35:0 70:0 45:1 60:0')
bold = [(75, i % 2) for i in range(24)]
quarters = lambda *ks: [F(k, 4) for k in ks]
hours = [3, 12, 7.5, 4, 20, 6]
rng = random.Random(4)
told = [(rng.randrange(5, 96, 5), rng.randrange(2)) for _ in range(24)]
keen = [(85, 1), (15, 0), (80, 1), (20, 0), (75, 1), (30, 0), (90, 1), (10, 0), (70, 1), (25, 0), (60, 0), (40, 1)] * 2
out = {
    'wilson': [{'won': k, 'of': n, 'interval': wilson(k, n)} for k, n in [(0, 5), (1, 5), (3, 10), (6, 20), (9, 30), (10, 10), (0, 1), (417, 1000)]],
    'betaBinomial': [{'atLeast': K, 'open': m, 'won': w, 'lost': l, 'probability': beta_binomial_tail(K, m, w, l)}
                     for K, m, w, l in [(1, 3, 3, 7), (2, 5, 4, 9), (0, 4, 2, 6), (5, 4, 2, 6), (3, 8, 0, 8), (10, 40, 300, 700)]],
    'poissonBinomial': [{'atLeast': K, 'percents': ps, 'probability': poisson_binomial_tail(K, ps)}
                        for K, ps in [(1, [5, 95, 50]), (2, [30, 30, 30, 45, 60]), (0, [20]), (3, [20, 40]), (4, [10, 25, 40, 55, 70, 85, 95])]],
    'calibration': [{'forecasts': ps, **calibration(ps)} for ps in [some, bold]],
    'seeded': [{'seed': s, 'draws': sfc32(s, 6)} for s in ['', 'a', 'asked-or-widened 5/6 3/8']],
    'greater': [{'one': [a, b], 'other': [c, d], 'probability': greater(a, b, c, d)}
                for a, b, c, d in [(5, 4, 2, 8), (4, 4, 4, 4), (0, 8, 6, 3), (12, 30, 15, 20)]],
    'ownShare': [own_share(quarters(2, 3, 1, 4, 2), quarters(1, 0, 2, 1, 0, 1, 3)), own_share(quarters(1, 2, 1, 2), quarters(2, 1, 2, 1, 2, 1))],
    'missions': [missions(quarters(4, 2, 3, 0, 4, 1)), missions([F(1, 3), F(2, 3), F(1), F(0), F(1, 2)])],
    'skill': [skill(told), skill(keen)],
    'kendall': [kendall([(0, 9), (1, 8), (1, 6), (2, 7), (3, 5), (4, 3), (5, 3)]), kendall([(0, 2), (1, 5), (2, 1), (2, 8), (3, 4), (0, 7), (4, 4)])],
    'signTest': [{'differences': ds, 'p': sign_test(ds)} for ds in [[-1, -2, -3, -1, -4, -2], [1, -2, 0, 3, 1, -1, 2], [-5, 1, -1, -2, -2, -1, -3, -1], [0, 0]]],
    'beta': [{'a': a, 'b': b, 'interval': [beta_quantile(.05, a, b), beta_quantile(.95, a, b)]}
             for a, b in [(.5, 2.5), (3.2, 4.6), (1.25, 7.75), (12.4, 8.1), (.5, 40.5), (250.5, 300.25)]],
    'worth': [worth(5, 4, 3, 2), worth(2, 9, 4, 0), worth(8, 8, 1, 4)],
    'quartiles': [{'values': v, 'quartiles': statistics.quantiles(v, method='inclusive')} for v in [hours, hours[:5], [2, 2, 2, 9, 40, 1, 5]]],
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'statistics.json')
with open(path, 'w') as file: json.dump(out, file, indent=1); file.write('\n')
