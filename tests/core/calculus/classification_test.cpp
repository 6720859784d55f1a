#include "core/calculus/classification.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace thalweg {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Eigen::MatrixXd matrix(double xx, double xy, double yy) {
    Eigen::MatrixXd hessian(2, 2);
    hessian << xx, xy, xy, yy;
    return hessian;
}

struct Case {
    const char* what;
    double xx, xy, yy;
    StationaryClass kind;
};

TEST(Classification, NamesTheClassOfAStationaryPoint) {
    const Case cases[] = {
        {"x^2 + y^2", 2, 0, 2, StationaryClass::minimum},
        {"-x^2 - y^2", -2, 0, -2, StationaryClass::maximum},
        {"x^2 - y^2", 2, 0, -2, StationaryClass::saddle},
        {"xy", 0, 1, 0, StationaryClass::saddle},
        {"x^2", 2, 0, 0, StationaryClass::degenerate},
        {"(x+y)^2", 2, 2, 2, StationaryClass::degenerate},
        {"monkey saddle", 0, 0, 0, StationaryClass::degenerate},
        {"a long ravine", 2, 0, 2e-7, StationaryClass::minimum},
        {"flat within the tolerance", 2, 0, 2e-9, StationaryClass::degenerate},
        {"tiny but round", 1e-200, 0, 1e-200, StationaryClass::minimum},
        {"huge", 1e300, 0, -1e300, StationaryClass::saddle},
        {"undefined", nan, 0, 1, StationaryClass::none},
        {"infinite", infinity, 0, 1, StationaryClass::none},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(classify(Eigen::Vector2d::Zero(), matrix(c.xx, c.xy, c.yy)), c.kind) << c.what;
    }
}

TEST(Classification, ReadsTheGradientRelativeToTheHessian) {
    EXPECT_EQ(classify(Eigen::Vector2d(2e-6, 0), matrix(1, 0, 1)), StationaryClass::none);
    EXPECT_EQ(classify(Eigen::Vector2d(0.5e-6, 0), matrix(1, 0, 1)), StationaryClass::minimum);
    EXPECT_EQ(classify(Eigen::Vector2d(2e-6, 0), matrix(100, 0, 1)), StationaryClass::minimum);
    EXPECT_EQ(classify(Eigen::Vector2d(nan, 0), matrix(1, 0, 1)), StationaryClass::none);
    EXPECT_EQ(classify(Eigen::Vector2d(infinity, 0), matrix(1, 0, 1)), StationaryClass::none);
}

TEST(Classification, WorksForCurvesAndInSpace) {
    EXPECT_EQ(classify(Eigen::VectorXd::Zero(1), Eigen::MatrixXd::Constant(1, 1, 3)), StationaryClass::minimum);
    EXPECT_EQ(classify_stationary(Eigen::Vector3d(-1, 0, 1)), StationaryClass::saddle);
    EXPECT_EQ(classify_stationary(Eigen::Vector3d(0, 1, 1)), StationaryClass::degenerate);
    EXPECT_EQ(classify_stationary(Eigen::Vector3d(-3, -2, -1)), StationaryClass::maximum);
}

TEST(Eigensystem, DiagonalizesTheHessian) {
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    for (int n = 1; n <= 4; ++n) {
        for (int round = 0; round < 50; ++round) {
            Eigen::MatrixXd hessian = Eigen::MatrixXd::NullaryExpr(n, n, [&] { return normal(random); });
            hessian = (hessian + hessian.transpose()).eval();
            const Eigensystem system = eigensystem(hessian);
            const double size = hessian.norm();
            for (int i = 0; i + 1 < n; ++i) EXPECT_LE(system.values(i), system.values(i + 1));
            // Measured: 3e-15 relative; the bound is ten times that.
            EXPECT_LE((hessian * system.vectors - system.vectors * system.values.asDiagonal()).norm(), 3e-14 * size);
            EXPECT_LE((system.vectors.transpose() * system.vectors - Eigen::MatrixXd::Identity(n, n)).norm(), 3e-14);
        }
    }
}

TEST(Eigensystem, GivesEachAxisAPositiveLargestEntry) {
    for (const Eigen::MatrixXd& hessian : {matrix(3, -1, 2), matrix(-3, 1, 2), matrix(2, 0, -2), matrix(0, -5, 0)}) {
        const Eigen::MatrixXd axes = eigensystem(hessian).vectors;
        for (const auto& axis : axes.colwise()) {
            EXPECT_EQ(axis.maxCoeff(), axis.cwiseAbs().maxCoeff());
        }
    }
}

TEST(Eigensystem, IsNanWhereTheHessianIsNotFinite) {
    const Eigensystem system = eigensystem(matrix(1, nan, 2));
    EXPECT_TRUE(system.values.array().isNaN().all());
    EXPECT_TRUE(system.vectors.array().isNaN().all());
    EXPECT_EQ(system.vectors.rows(), 2);
}

TEST(Classification, EveryClassHasAName) {
    EXPECT_EQ(name(StationaryClass::minimum), "minimum");
    EXPECT_EQ(name(StationaryClass::maximum), "maximum");
    EXPECT_EQ(name(StationaryClass::saddle), "saddle");
    EXPECT_EQ(name(StationaryClass::degenerate), "degenerate");
    EXPECT_EQ(name(StationaryClass::none), "none");
}

}  // namespace
}  // namespace thalweg
