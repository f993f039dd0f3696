// Kernels that PyTorch lacks or is slow at: the recurrence of the encoder, Adam, projective decoding.
// Built by native.py with g++; called through ctypes. Training only: inference has its own code in src/language.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

extern "C" {

// u: n x 3w (z | f | o), before the sigmoids. Columns below w/2 run left to right, the others right to left, anew in every sentence.
// Writes h = sigmoid(o) * c and keeps c, f, s for the way back.
void recurrence_forward(const float* u, const int32_t* starts, int sentences, int w, float* h, float* c, float* f, float* s) {
  const int half = w / 2;
  const int n = starts[sentences];
  for (int t = 0; t < n; ++t) {
    const float* row = u + int64_t(t) * 3 * w;
    float* ft = f + int64_t(t) * w;
    float* st = s + int64_t(t) * w;
    for (int k = 0; k < w; ++k) ft[k] = 1.0f / (1.0f + expf(-row[w + k]));
    for (int k = 0; k < w; ++k) st[k] = 1.0f / (1.0f + expf(-row[2 * w + k]));
  }
  for (int q = 0; q < sentences; ++q) {
    const int a = starts[q], b = starts[q + 1];
    for (int t = a; t < b; ++t) {
      const float* z = u + int64_t(t) * 3 * w;
      const int64_t at = int64_t(t) * w;
      for (int k = 0; k < half; ++k) {
        const float prev = t > a ? c[at - w + k] : 0.0f;
        c[at + k] = f[at + k] * prev + (1.0f - f[at + k]) * z[k];
      }
    }
    for (int t = b - 1; t >= a; --t) {
      const float* z = u + int64_t(t) * 3 * w;
      const int64_t at = int64_t(t) * w;
      for (int k = half; k < w; ++k) {
        const float prev = t + 1 < b ? c[at + w + k] : 0.0f;
        c[at + k] = f[at + k] * prev + (1.0f - f[at + k]) * z[k];
      }
    }
  }
  for (int64_t i = 0; i < int64_t(n) * w; ++i) h[i] = s[i] * c[i];
}

void recurrence_backward(const float* u, const int32_t* starts, int sentences, int w, const float* c, const float* f, const float* s,
                         const float* dh, float* du) {
  const int half = w / 2;
  std::vector<float> carry(w);
  for (int q = 0; q < sentences; ++q) {
    const int a = starts[q], b = starts[q + 1];
    std::fill(carry.begin(), carry.end(), 0.0f);
    for (int t = b - 1; t >= a; --t) {
      const int64_t at = int64_t(t) * w;
      const float* z = u + int64_t(t) * 3 * w;
      float* d = du + int64_t(t) * 3 * w;
      for (int k = 0; k < half; ++k) {
        const float prev = t > a ? c[at - w + k] : 0.0f;
        const float fv = f[at + k], sv = s[at + k];
        const float dc = dh[at + k] * sv + carry[k];
        d[k] = dc * (1.0f - fv);
        d[w + k] = dc * (prev - z[k]) * fv * (1.0f - fv);
        d[2 * w + k] = dh[at + k] * c[at + k] * sv * (1.0f - sv);
        carry[k] = dc * fv;
      }
    }
    for (int t = a; t < b; ++t) {
      const int64_t at = int64_t(t) * w;
      const float* z = u + int64_t(t) * 3 * w;
      float* d = du + int64_t(t) * 3 * w;
      for (int k = half; k < w; ++k) {
        const float prev = t + 1 < b ? c[at + w + k] : 0.0f;
        const float fv = f[at + k], sv = s[at + k];
        const float dc = dh[at + k] * sv + carry[k];
        d[k] = dc * (1.0f - fv);
        d[w + k] = dc * (prev - z[k]) * fv * (1.0f - fv);
        d[2 * w + k] = dh[at + k] * c[at + k] * sv * (1.0f - sv);
        carry[k] = dc * fv;
      }
    }
  }
}

// y[j] = max(u[j], u[j + w]); u: n x 2w.
void maxout_forward(const float* u, int64_t n, int w, float* y) {
  for (int64_t i = 0; i < n; ++i)
    for (int k = 0; k < w; ++k) y[i * w + k] = std::max(u[i * 2 * w + k], u[i * 2 * w + w + k]);
}

void maxout_backward(const float* u, const float* dy, int64_t n, int w, float* du) {
  for (int64_t i = 0; i < n; ++i)
    for (int k = 0; k < w; ++k) {
      const bool first = u[i * 2 * w + k] >= u[i * 2 * w + w + k];
      du[i * 2 * w + k] = first ? dy[i * w + k] : 0.0f;
      du[i * 2 * w + w + k] = first ? 0.0f : dy[i * w + k];
    }
}

// One step of Adam over `rows` rows of `cols`; with `lazy`, rows whose gradient is all zero are left alone. The average follows.
void adam(float* p, const float* g, float* m, float* v, float* average, int64_t rows, int64_t cols, float rate, float b1, float b2, float eps,
          float correct1, float correct2, float scale, float decay, float average_decay, int lazy) {
  for (int64_t r = 0; r < rows; ++r) {
    const int64_t at = r * cols;
    if (lazy) {
      float any = 0;
      for (int64_t k = 0; k < cols; ++k) any += std::fabs(g[at + k]);
      if (any == 0.0f) {
        if (average_decay < 1.0f) for (int64_t k = 0; k < cols; ++k) average[at + k] += (1.0f - average_decay) * (p[at + k] - average[at + k]);
        continue;
      }
    }
    for (int64_t k = 0; k < cols; ++k) {
      const float gv = g[at + k] * scale;
      const float mv = b1 * m[at + k] + (1.0f - b1) * gv;
      const float vv = b2 * v[at + k] + (1.0f - b2) * gv * gv;
      m[at + k] = mv;
      v[at + k] = vv;
      const float step = (mv * correct1) / (std::sqrt(vv * correct2) + eps);
      const float pv = p[at + k] - rate * (step + decay * p[at + k]);
      p[at + k] = pv;
      average[at + k] += (1.0f - average_decay) * (pv - average[at + k]);
    }
  }
}

// Best projective tree with one child of the root. score: n x (n+1), score[i*(n+1)+j] is word i+1 under j (0 is the root). head: n.
void eisner(const float* score, int n, int32_t* head) {
  const int m = n + 1;
  std::vector<float> cr(m * m, -1e30f), cl(m * m, -1e30f), ir(m * m, -1e30f), il(m * m, -1e30f);
  std::vector<int> bcr(m * m), bcl(m * m), bi(m * m);
  auto at = [m](int i, int j) { return i * m + j; };
  auto arc = [&](int dep, int h) { return score[(dep - 1) * m + h]; };
  for (int i = 1; i <= n; ++i) cr[at(i, i)] = cl[at(i, i)] = 0;
  for (int len = 1; len < n; ++len) {
    for (int i = 1; i + len <= n; ++i) {
      const int j = i + len;
      float best = -1e30f;
      int where = i;
      for (int k = i; k < j; ++k) {
        const float v = cr[at(i, k)] + cl[at(k + 1, j)];
        if (v > best) best = v, where = k;
      }
      bi[at(i, j)] = where;
      ir[at(i, j)] = best + arc(j, i);
      il[at(i, j)] = best + arc(i, j);
      best = -1e30f;
      for (int k = i + 1; k <= j; ++k) {
        const float v = ir[at(i, k)] + cr[at(k, j)];
        if (v > best) best = v, where = k;
      }
      cr[at(i, j)] = best;
      bcr[at(i, j)] = where;
      best = -1e30f;
      for (int k = i; k < j; ++k) {
        const float v = cl[at(i, k)] + il[at(k, j)];
        if (v > best) best = v, where = k;
      }
      cl[at(i, j)] = best;
      bcl[at(i, j)] = where;
    }
  }
  float best = -1e30f;
  int root = 1;
  for (int r = 1; r <= n; ++r) {
    const float v = cl[at(1, r)] + cr[at(r, n)] + arc(r, 0);
    if (v > best) best = v, root = r;
  }
  head[root - 1] = 0;
  struct Item { int i, j, kind; };  // 0 complete right, 1 complete left, 2 incomplete right, 3 incomplete left
  std::vector<Item> todo = {{1, root, 1}, {root, n, 0}};
  while (!todo.empty()) {
    const Item x = todo.back();
    todo.pop_back();
    if (x.i == x.j) continue;
    if (x.kind == 0) {
      const int k = bcr[at(x.i, x.j)];
      todo.push_back({x.i, k, 2});
      todo.push_back({k, x.j, 0});
    } else if (x.kind == 1) {
      const int k = bcl[at(x.i, x.j)];
      todo.push_back({x.i, k, 1});
      todo.push_back({k, x.j, 3});
    } else {
      if (x.kind == 2) head[x.j - 1] = x.i; else head[x.i - 1] = x.j;
      const int k = bi[at(x.i, x.j)];
      todo.push_back({x.i, k, 0});
      todo.push_back({k + 1, x.j, 1});
    }
  }
}
}
