"""Writes statistics.json: figures from exact fractions, enumeration and quadrature, no line shared with the lib."""
import json, math, itertools, os
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

def sfc32(seed, draws):
    M = 0xffffffff
    def fnv(salt):
        h = 0x811c9dc5 ^ salt
        for ch in seed: h = ((h ^ ord(ch)) * 0x01000193) & M
        return h
    a, b, c, n, out = fnv(1), fnv(2), fnv(3), 1, []
    for i in range(15 + draws):
        t = (a + b + n) & M
        n, a, b, c = (n + 1) & M, b ^ (b >> 9), (c + (c << 3)) & M, ((((c << 21) | (c >> 11)) & M) + t) & M
        if i >= 15: out.append((t + 0.5) / 2 ** 32)
    return out

pairs = lambda text: [(int(t.split(':')[0]), int(t.split(':')[1])) for t in text.split()]
some = pairs('60:1 40:0 75:1 55:0 30:0 80:1 65:0 50:1 35:0 70:0 45:1 60:0')
bold = [(75, i % 2) for i in range(24)]
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
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'statistics.json')
with open(path, 'w') as file: json.dump(out, file, indent=1); file.write('\n')
