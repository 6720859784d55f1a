#include "core/optimizer/curvature.h"

namespace thalweg {

void diagonalize(MatrixXd& a, MatrixXd& vectors) {
    constexpr double negligible = std::numeric_limits<double>::epsilon() / 2;
    const Eigen::Index n = a.rows();
    vectors.setIdentity();
    // Converges quadratically: five sweeps are usual, so that fifty only guard against cycling among rounding errors.
    bool turned = true;
    for (int sweep = 0; sweep < 50 && turned; ++sweep) {
        turned = false;
        for (Eigen::Index p = 0; p < n; ++p) {
            for (Eigen::Index q = p + 1; q < n; ++q) {
                const double off = a(p, q);
                if (std::abs(off) <= negligible * std::min(std::abs(a(p, p)), std::abs(a(q, q)))) continue;
                turned = true;
                // The smaller of the two rotations that make entry (p, q) vanish.
                const double cotangent = (a(q, q) - a(p, p)) / (2.0 * off);
                const double tangent =
                    std::copysign(1.0, cotangent) / (std::abs(cotangent) + std::hypot(1.0, cotangent));
                const double cosine = 1.0 / std::hypot(1.0, tangent), sine = tangent * cosine;
                for (Eigen::Index k = 0; k < n; ++k) {
                    const double kp = a(k, p), kq = a(k, q);
                    a(k, p) = cosine * kp - sine * kq;
                    a(k, q) = sine * kp + cosine * kq;
                }
                for (Eigen::Index k = 0; k < n; ++k) {
                    const double pk = a(p, k), qk = a(q, k);
                    a(p, k) = cosine * pk - sine * qk;
                    a(q, k) = sine * pk + cosine * qk;
                }
                a(p, q) = a(q, p) = 0.0;
                for (Eigen::Index k = 0; k < n; ++k) {
                    const double kp = vectors(k, p), kq = vectors(k, q);
                    vectors(k, p) = cosine * kp - sine * kq;
                    vectors(k, q) = sine * kp + cosine * kq;
                }
            }
        }
    }
}

}  // namespace thalweg
