#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/optimizer/curvature.h"
#include "core/optimizer/optimizer.h"
#include "core/optimizer/strong_wolfe.h"
#include "tests/core/optimizer/test_objectives.h"

namespace thalweg {
namespace {

using testing::Quadratic;
using testing::Rosenbrock;

TEST(Diagonalize, gives_an_orthonormal_basis_in_which_the_matrix_is_diagonal) {
    std::vector<MatrixXd> matrices = {MatrixXd::Zero(2, 2), MatrixXd::Identity(3, 3), MatrixXd::Constant(1, 1, -3.0)};
    for (const double off : {0.0, 1e-20, 1e-8, 1.0, 1e8}) {
        for (const double second : {0.0, 1.0, -1.0, 1e-15, 1e10})
            matrices.push_back(MatrixXd{{1.0, off}, {off, second}});
    }
    for (int n = 3; n < 8; ++n) {
        MatrixXd m(n, n);
        for (int i = 0; i < n; ++i) {
            for (int j = 0; j < n; ++j) m(i, j) = std::sin(1.0 + i * j) + std::cos(2.0 * (i + j));
        }
        matrices.push_back(m);
    }
    for (const MatrixXd& matrix : matrices) {
        const auto n = matrix.rows();
        MatrixXd diagonal = matrix, vectors = MatrixXd::Zero(n, n);
        diagonalize(diagonal, vectors);
        const double size = std::max(matrix.norm(), 1e-300);
        EXPECT_LE((vectors.transpose() * vectors - MatrixXd::Identity(n, n)).norm(), 1e-14 * static_cast<double>(n));
        const MatrixXd rebuilt = vectors * diagonal.diagonal().asDiagonal() * vectors.transpose();
        EXPECT_LE((rebuilt - matrix).norm(), 1e-14 * size) << matrix;
    }
}

VectorXd after(const std::string& optimizer, Objective& objective, VectorXd x, int steps) {
    Stepper stepper(parse_optimizer(optimizer).value(), static_cast<int>(x.size()));
    for (int k = 0; k < steps; ++k) stepper.step(x, objective);
    return x;
}

TEST(Newton, arrives_at_the_stationary_point_of_a_quadratic_in_one_step_whatever_it_is) {
    for (const std::vector<double>& curvatures : {std::vector{1.0, 50.0}, {2.0, -3.0}, {-1.0, -4.0}}) {
        Quadratic objective(curvatures);
        EXPECT_LE(after("newton", objective, VectorXd{{3, -2}}, 1).norm(), 1e-14);
    }
}

TEST(Newton, stays_where_it_is_along_axes_without_curvature) {
    Quadratic trough({2, 0});
    EXPECT_EQ(after("newton", trough, VectorXd{{3, -2}}, 1), (VectorXd{{0, -2}}));
    EXPECT_EQ(after("newton damping=2", trough, VectorXd{{3, -2}}, 1), (VectorXd{{1.5, -2}}));
}

TEST(SaddleFreeNewton, runs_down_from_saddles_and_maxima) {
    Quadratic saddle({2, -3});
    EXPECT_EQ(after("saddle_free_newton", saddle, VectorXd{{3, -2}}, 1), (VectorXd{{0, -4}}));
    EXPECT_EQ(after("saddle_free_newton lr=0.5 damping=1", saddle, VectorXd{{3, -2}}, 1), (VectorXd{{2, -2.75}}));
}

TEST(Newton, converges_on_rosenbrock) {
    for (const std::string name : {"newton", "saddle_free_newton"}) {
        Rosenbrock objective;
        EXPECT_LE((after(name, objective, VectorXd{{-1.2, 1}}, 60) - VectorXd{{1, 1}}).norm(), 1e-12) << name;
    }
}

TEST(Backtracking, takes_the_first_length_that_descends_enough) {
    Quadratic bowl({1, 1});
    // With lr = 3 the step to −2x climbs, half of it, to −x/2, descends.
    EXPECT_EQ(after("backtracking lr=3", bowl, VectorXd{{2, -4}}, 1), (VectorXd{{-1, 2}}));
    EXPECT_EQ(after("backtracking lr=1", bowl, VectorXd{{2, -4}}, 1), (VectorXd{{0, 0}}));
}

TEST(Backtracking, never_climbs) {
    Rosenbrock objective;
    VectorXd x{{-1.2, 1}};
    Stepper stepper(parse_optimizer("backtracking").value(), 2);
    for (int k = 0; k < 200; ++k) {
        const double before = objective.value(x);
        stepper.step(x, objective);
        EXPECT_LE(objective.value(x), before);
    }
}

TEST(ConjugateGradient, solves_a_quadratic_of_n_coordinates_in_n_steps_of_exact_search) {
    Quadratic objective({1, 4, 9, 50});
    // A tight curvature condition makes the line search all but exact.
    const VectorXd end = after("conjugate_gradient c1=1e-8 c2=1e-6", objective, VectorXd{{3, -2, 1, 0.5}}, 4);
    EXPECT_LE(end.norm(), 1e-4);
}

TEST(ConjugateGradient, converges_on_rosenbrock) {
    Rosenbrock objective;
    EXPECT_LE((after("conjugate_gradient", objective, VectorXd{{-1.2, 1}}, 60) - VectorXd{{1, 1}}).norm(), 1e-8);
}

TEST(StrongWolfe, finds_lengths_that_meet_both_conditions) {
    Rosenbrock objective;
    for (const double first : {1e-6, 1e-3, 0.1, 1.0, 30.0}) {
        for (const double c2 : {0.1, 0.9}) {
            const VectorXd x{{-1.2, 1}};
            VectorXd g(2);
            const double f = objective.gradient(x, g);
            const VectorXd d = -g;
            StrongWolfe line_search(2);
            const WolfeConditions conditions{.c2 = c2};
            const LineTrial& found = line_search.search(x, d, first, f, g, g.dot(d), objective, conditions);
            EXPECT_LE(found.value, f + conditions.c1 * found.t * g.dot(d));
            EXPECT_LE(std::abs(found.slope), -c2 * g.dot(d));
            EXPECT_EQ(found.value, objective.value(x + found.t * d));
            EXPECT_GE(line_search.evaluations(), 1);
        }
    }
}

/// −√(1 − x²): undefined beyond 1.
class HalfCircle final : public Objective {
  public:
    double value(const ConstVectorRef& x) override { return -std::sqrt(1 - x[0] * x[0]); }
    double gradient(const ConstVectorRef& x, VectorRef g) override {
        g[0] = x[0] / std::sqrt(1 - x[0] * x[0]);
        return value(x);
    }
    double hessian(const ConstVectorRef& x, VectorRef g, Eigen::Ref<MatrixXd> h) override {
        h(0, 0) = std::pow(1 - x[0] * x[0], -1.5);
        return gradient(x, g);
    }
};

TEST(LineSearches, step_back_from_where_f_is_undefined) {
    for (const std::string name : {"backtracking", "conjugate_gradient", "lbfgs lr=3 line_search_fn=strong_wolfe"}) {
        HalfCircle objective;
        EXPECT_NEAR(after(name, objective, VectorXd{{0.99}}, 40)[0], 0.0, 1e-3) << name;
    }
}

}  // namespace
}  // namespace thalweg
