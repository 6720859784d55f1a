#include "tests/bench/hand_written.h"

#include <cmath>
#include <numbers>

#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#define THALWEG_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define THALWEG_CLONES
#endif

namespace thalweg::hand_written {
namespace {

constexpr double turn = 2.0 * std::numbers::pi;

}  // namespace

THALWEG_CLONES void himmelblau(std::span<const double> x, double y, std::span<double> f) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double u = x[i] * x[i] + y - 11.0, v = x[i] + y * y - 7.0;
        f[i] = u * u + v * v;
    }
}

THALWEG_CLONES void ackley(std::span<const double> x, double y, std::span<double> f) {
    const double cy = ::cos(turn * y);
#pragma GCC ivdep
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double radius = __builtin_sqrt((x[i] * x[i] + y * y) / 2.0);
        const double waves = (::cos(turn * x[i]) + cy) / 2.0;
        f[i] = -20.0 * ::exp(-0.2 * radius) - ::exp(waves) + std::numbers::e + 20.0;
    }
}

THALWEG_CLONES void himmelblau(std::span<const double> x, double y, const Derivatives& out) {
    double *f = out[0].data(), *fx = out[1].data(), *fy = out[2].data();
    double *fxx = out[3].data(), *fxy = out[4].data(), *fyy = out[5].data();
#pragma GCC ivdep
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double u = x[i] * x[i] + y - 11.0, v = x[i] + y * y - 7.0;
        f[i] = u * u + v * v;
        fx[i] = 4.0 * x[i] * u + 2.0 * v;
        fy[i] = 2.0 * u + 4.0 * y * v;
        fxx[i] = 4.0 * u + 8.0 * x[i] * x[i] + 2.0;
        fxy[i] = 4.0 * (x[i] + y);
        fyy[i] = 4.0 * v + 8.0 * y * y + 2.0;
    }
}

THALWEG_CLONES void ackley(std::span<const double> x, double y, const Derivatives& out) {
    double *f = out[0].data(), *fx = out[1].data(), *fy = out[2].data();
    double *fxx = out[3].data(), *fxy = out[4].data(), *fyy = out[5].data();
    const double sy = ::sin(turn * y), cy = ::cos(turn * y);
#pragma GCC ivdep
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double r = __builtin_sqrt((x[i] * x[i] + y * y) / 2.0);
        const double sx = ::sin(turn * x[i]), cx = ::cos(turn * x[i]);
        const double funnel = ::exp(-0.2 * r), waves = ::exp((cx + cy) / 2.0);
        f[i] = -20.0 * funnel - waves + std::numbers::e + 20.0;
        const double slope = 2.0 * funnel / r, wave_slope = std::numbers::pi * waves;
        fx[i] = slope * x[i] + wave_slope * sx;
        fy[i] = slope * y + wave_slope * sy;
        // d(slope)/dx = −slope·x·(0.1/r + 0.5/r²)
        const double bend = -slope * (0.1 / r + 0.5 / (r * r)), wave_bend = std::numbers::pi * wave_slope;
        fxx[i] = slope + bend * x[i] * x[i] + wave_bend * (2.0 * cx - sx * sx);
        fxy[i] = bend * x[i] * y - wave_bend * sx * sy;
        fyy[i] = slope + bend * y * y + wave_bend * (2.0 * cy - sy * sy);
    }
}

double adam_on_rosenbrock(std::array<double, 2> start, double learning_rate, int steps) {
    constexpr double beta1 = 0.9, beta2 = 0.999, eps = 1e-8;
    auto [x, y] = start;
    double mx = 0.0, my = 0.0, vx = 0.0, vy = 0.0, power1 = 1.0, power2 = 1.0, sum = 0.0;
    for (int step = 0; step < steps; ++step) {
        const double a = 1.0 - x, b = y - x * x;
        sum += a * a + 100.0 * b * b;
        const double gx = -2.0 * a - 400.0 * x * b, gy = 200.0 * b;
        power1 *= beta1;
        power2 *= beta2;
        mx = beta1 * mx + (1.0 - beta1) * gx;
        my = beta1 * my + (1.0 - beta1) * gy;
        vx = beta2 * vx + (1.0 - beta2) * gx * gx;
        vy = beta2 * vy + (1.0 - beta2) * gy * gy;
        const double rate = learning_rate / (1.0 - power1), root = __builtin_sqrt(1.0 - power2);
        x -= rate * mx / (__builtin_sqrt(vx) / root + eps);
        y -= rate * my / (__builtin_sqrt(vy) / root + eps);
    }
    return sum;
}

}  // namespace thalweg::hand_written
