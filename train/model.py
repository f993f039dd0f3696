"""The network in PyTorch, for training. docs/model.md defines it; reference.py repeats it in numpy, src/language in C++."""

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from native import LIB
from words import HASHED

MAX_DISTANCE = 20


class LinearBf16(torch.autograd.Function):
    """Matrix products in bfloat16 (twenty times faster here than the plain ones), everything else in float32."""

    @staticmethod
    def forward(ctx, x, w, b):
        xb, wb = x.to(torch.bfloat16), w.to(torch.bfloat16)
        ctx.save_for_backward(xb, wb)
        y = F.linear(xb, wb).float()
        return y if b is None else y.add_(b)

    @staticmethod
    def backward(ctx, g):
        xb, wb = ctx.saved_tensors
        gb = g.to(torch.bfloat16)
        dx = (gb @ wb).float() if ctx.needs_input_grad[0] else None
        dw = (gb.t() @ xb).float()
        return dx, dw, g.sum(0) if ctx.needs_input_grad[2] else None


class BmmBf16(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        ab, bb = a.to(torch.bfloat16), b.to(torch.bfloat16)
        ctx.save_for_backward(ab, bb)
        return torch.bmm(ab, bb).float()

    @staticmethod
    def backward(ctx, g):
        ab, bb = ctx.saved_tensors
        gb = g.to(torch.bfloat16)
        return torch.bmm(gb, bb.transpose(1, 2)).float(), torch.bmm(ab.transpose(1, 2), gb).float()


class Recurrence(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, starts):
        u = u.contiguous()
        n, w = u.shape[0], u.shape[1] // 3
        h, c, f, s = (torch.empty(n, w) for _ in range(4))
        LIB.recurrence_forward(u.data_ptr(), starts.data_ptr(), len(starts) - 1, w, h.data_ptr(), c.data_ptr(), f.data_ptr(), s.data_ptr())
        ctx.save_for_backward(u, starts, c, f, s)
        return h

    @staticmethod
    def backward(ctx, dh):
        u, starts, c, f, s = ctx.saved_tensors
        dh = dh.contiguous()
        du = torch.empty_like(u)
        LIB.recurrence_backward(u.data_ptr(), starts.data_ptr(), len(starts) - 1, u.shape[1] // 3, c.data_ptr(), f.data_ptr(), s.data_ptr(),
                                dh.data_ptr(), du.data_ptr())
        return du, None


FAST = True


class Linear(nn.Linear):
    def forward(self, x):
        return LinearBf16.apply(x, self.weight, self.bias) if FAST else F.linear(x, self.weight, self.bias)


class Maxout(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u):
        u = u.contiguous()
        y = torch.empty(u.shape[0], u.shape[1] // 2)
        LIB.maxout_forward(u.data_ptr(), u.shape[0], y.shape[1], y.data_ptr())
        ctx.save_for_backward(u)
        return y

    @staticmethod
    def backward(ctx, dy):
        u, = ctx.saved_tensors
        dy, du = dy.contiguous(), torch.empty_like(u)
        LIB.maxout_backward(u.data_ptr(), dy.data_ptr(), u.shape[0], dy.shape[1], du.data_ptr())
        return du


maxout = Maxout.apply


class Dropper:
    """Dropout with one mask a sentence: cheaper than one a word, and better here."""

    def __init__(self, training, sentence_of, sentences, generator):
        self.on, self.of, self.n, self.g = training, sentence_of, sentences, generator

    def __call__(self, x, p):
        if not self.on or p == 0:
            return x
        mask = (torch.rand(self.n, x.shape[1], generator=self.g) >= p).float().div_(1 - p)
        return x * mask.index_select(0, self.of)


def window(x, not_first, not_last):
    left = torch.zeros_like(x)
    left[1:] = x[:-1]
    right = torch.zeros_like(x)
    right[:-1] = x[1:]
    return torch.cat([left * not_first, x, right * not_last], 1)


class Network(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cfg = cfg
        w = cfg["width"]
        self.word = nn.Embedding(cfg["words"], cfg["word_width"])
        self.hash = nn.ModuleList([nn.Embedding(b, width) for _, _, b, width in HASHED])
        nn.init.normal_(self.word.weight, std=0.3)
        for e in self.hash:
            nn.init.normal_(e.weight, std=0.3)
        self.vectors = None  # frozen, set by the trainer: rows x vector_width, row 0 is zero
        inputs = cfg["word_width"] + cfg["vector_width"] + sum(h[3] for h in HASHED)
        self.input = Linear(inputs, 2 * w)
        self.input_norm = nn.LayerNorm(w)
        self.conv = nn.ModuleList([Linear(3 * w, 2 * w) for _ in range(cfg["convs"])])
        self.conv_norm = nn.ModuleList([nn.LayerNorm(w) for _ in range(cfg["convs"])])
        self.rec_norm = nn.ModuleList([nn.LayerNorm(w) for _ in range(cfg["recs"])])
        self.rec = nn.ModuleList([Linear(w, 3 * w) for _ in range(cfg["recs"])])
        for r in self.rec:
            with torch.no_grad():
                r.bias.zero_()
                spread = torch.linspace(-1, 3, w // 2)
                r.bias[w:w + w // 2] = spread
                r.bias[w + w // 2:2 * w] = spread
        self.out_norm = nn.LayerNorm(w)
        self.tags = Linear(w, cfg["upos"] + cfg["xpos"] + cfg["feats"])
        a, l, p = cfg["arc_width"], cfg["label_width"], cfg["label_pair"]
        self.root = nn.Parameter(torch.randn(w) * 0.3)
        self.arc_dep = Linear(w, a)
        self.arc_head = Linear(w, a)
        self.arc_u = nn.Parameter(torch.zeros(a, a))
        nn.init.xavier_normal_(self.arc_u, 0.5)
        self.arc_c = nn.Parameter(torch.zeros(a))
        self.distance = nn.Parameter(torch.zeros(2 * MAX_DISTANCE + 2))
        self.label_dep = Linear(w, l + p)
        self.label_head = Linear(w, l + p)
        self.label_out = Linear(l + p, cfg["rels"])
        self.mention = Linear(3 * w, cfg["mention_width"])
        self.mention_out = Linear(cfg["mention_width"], cfg["mentions"])
        self.transition = nn.Parameter(torch.zeros(cfg["mentions"], cfg["mentions"]))
        self.start = nn.Parameter(torch.zeros(cfg["mentions"]))

    def encode(self, b, drop):
        cfg = self.cfg
        parts = [self.word(b.word), self.vectors.index_select(0, b.vector)]
        parts += [e(b.hashed[:, k]) for k, e in enumerate(self.hash)]
        x = drop(torch.cat(parts, 1), cfg["drop_input"])
        x = self.input_norm(maxout(self.input(x)))
        for conv, norm in zip(self.conv, self.conv_norm):
            x = x + norm(maxout(conv(window(drop(x, cfg["drop"]), b.not_first, b.not_last))))
        for rec, norm in zip(self.rec, self.rec_norm):
            x = x + Recurrence.apply(rec(drop(norm(x), cfg["drop"])), b.starts)
        return self.out_norm(x)

    def forward(self, b, training=False, generator=None):
        """Scores: tags (three parts), arcs padded (sentence, word, head), label parts, mentions."""
        cfg = self.cfg
        drop = Dropper(training, b.sentence_of, b.n, generator)
        x = self.encode(b, drop)
        tags = self.tags(drop(x, cfg["drop_head"])).split([cfg["upos"], cfg["xpos"], cfg["feats"]], 1)
        mention = self.mention_out(drop(F.relu(self.mention(window(drop(x, cfg["drop_head"]), b.not_first, b.not_last))), cfg["drop_head"]))
        xr = torch.cat([drop(x, cfg["drop_head"]), self.root[None]], 0)
        d = drop(F.relu(self.arc_dep(xr[:-1])), cfg["drop_head"])
        h = F.relu(self.arc_head(xr))
        q = LinearBf16.apply(d, self.arc_u.t(), self.arc_c) if FAST else d @ self.arc_u + self.arc_c
        qp = q.index_select(0, b.pad_words.view(-1)).view(b.n, b.longest, -1)
        hp = h.index_select(0, b.pad_heads.view(-1)).view(b.n, b.longest + 1, -1)
        arcs = BmmBf16.apply(qp, hp.transpose(1, 2)) if FAST else torch.bmm(qp, hp.transpose(1, 2))
        arcs = arcs + self.distance[b.distance][None]
        return tags, arcs, (self.label_dep(xr[:-1]), self.label_head(xr)), mention

    def label(self, parts, words, heads):
        """Label scores for words under heads (row of the root: the last)."""
        l = self.cfg["label_width"]
        u, v = parts[0].index_select(0, words), parts[1].index_select(0, heads)
        hidden = torch.cat([F.relu(u[:, :l] + v[:, :l]), u[:, l:] * v[:, l:]], 1)
        return self.label_out(hidden)


def forbidden(names):
    """Steps and starts that BIO forbids, as -10000."""
    k = len(names)
    step, start = np.zeros((k, k), np.float32), np.zeros(k, np.float32)
    for j, c in enumerate(names):
        if c.startswith("I-"):
            start[j] = -10000
            for i, a in enumerate(names):
                if a == "O" or a[2:] != c[2:]:
                    step[i, j] = -10000
    return torch.from_numpy(step), torch.from_numpy(start)


def path_loss(emission, allowed, transition, start, b, weight):
    """Sum over sentences of log(all paths) - log(allowed paths); sentences where everything is allowed are left out."""
    known = (allowed.sum(1) < allowed.shape[1]).float()
    per_sentence = torch.zeros(b.n).index_add_(0, b.sentence_of, known)
    rows = torch.nonzero(per_sentence > 0)[:, 0]
    if len(rows) == 0:
        return emission.sum() * 0
    words, inside = b.pad_words[rows], b.inside[rows]
    t = int(inside.sum(1).max())
    words, inside = words[:, :t], inside[:, :t]
    e = emission[words.reshape(-1)].view(len(rows), t, -1)
    mask = (allowed[words.reshape(-1)].view(len(rows), t, -1) - 1) * 10000
    x = torch.cat([e + mask, e], 0)
    inside = torch.cat([inside, inside], 0)
    alpha = start[None] + x[:, 0]
    for k in range(1, t):
        new = torch.logsumexp(alpha[:, :, None] + transition[None], 1) + x[:, k]
        alpha = torch.where(inside[:, k, None], new, alpha)
    z = torch.logsumexp(alpha, 1)
    loss = z[len(rows):] - z[:len(rows)]
    ok = loss < 1000
    return (loss[ok] * weight[rows][ok]).sum()


class Batch:
    """Sentences packed end to end. items: tuples of arrays made by the trainer."""

    def __init__(self, lengths, word, vector, hashed):
        self.n = len(lengths)
        lengths = np.asarray(lengths)
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        total = int(starts[-1])
        self.total, self.lengths = total, lengths
        self.starts = torch.from_numpy(starts)
        self.sentence_of = torch.from_numpy(np.repeat(np.arange(self.n), lengths))
        nf, nl = np.ones(total, np.float32), np.ones(total, np.float32)
        nf[starts[:-1]] = 0
        nl[starts[1:] - 1] = 0
        self.not_first, self.not_last = torch.from_numpy(nf)[:, None], torch.from_numpy(nl)[:, None]
        self.word, self.vector, self.hashed = torch.from_numpy(word), torch.from_numpy(vector), torch.from_numpy(hashed)
        m = self.longest = int(lengths.max())
        pos = np.arange(m)
        inside = pos[None] < lengths[:, None]
        pw = np.where(inside, starts[:-1, None] + pos[None], 0)
        self.pad_words = torch.from_numpy(pw.astype(np.int64))
        self.pad_heads = torch.from_numpy(np.concatenate([np.full((self.n, 1), total), pw], 1).astype(np.int64))
        self.inside = torch.from_numpy(inside)
        i, j = np.arange(1, m + 1)[:, None], np.arange(m + 1)[None]
        dist = np.clip(j - i, -MAX_DISTANCE, MAX_DISTANCE) + MAX_DISTANCE
        dist = np.where(j == 0, 2 * MAX_DISTANCE + 1, dist)
        self.distance = torch.from_numpy(dist)


def decode_heads(arcs, lengths):
    arcs = arcs.detach().numpy()
    heads = []
    for k, n in enumerate(lengths):
        score = np.ascontiguousarray(arcs[k, :n, :n + 1], np.float32)
        h = np.zeros(n, np.int32)
        LIB.eisner(score.ctypes.data, int(n), h.ctypes.data)
        heads.append(h)
    return heads
