#include "core/landscape/data_landscape.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/landscape/formula_landscape.h"
#include "core/samples/generators.h"

namespace thalweg {
namespace {

using Numbers = std::vector<double>;

DataSet samples(const std::vector<Numbers>& rows) {
    return from_rows(rows, rows.front().size());
}

DataLandscape landscape(std::string_view loss, DataSet data, const Numbers& parameters = {}) {
    Formula formula = Formula::parse(loss).value();
    Numbers values = parameters;
    values.resize(formula.parameters().size(), 1.0);
    const int n = static_cast<int>(formula.variables().size());
    return {std::move(formula), {.training = std::move(data)}, values, n};
}

TEST(DataLandscape, has_the_gradients_of_one_sample) {
    // x = 2, y = 3, w = 1, b = 0: the squared error is 1, its slopes −4 and −2.
    const auto one = landscape("J(w, b) = (y - (w x + b))^2", samples({{2, 3}}));
    std::array<double, 2> g{};
    EXPECT_EQ(one.evaluator()->gradient(std::array{1.0, 0.0}, g), 1.0);
    EXPECT_EQ(g, (std::array{-4.0, -2.0}));
    const auto half = landscape("J(w, b) = (y - (w x + b))^2/2", samples({{2, 3}}));
    EXPECT_EQ(half.evaluator()->gradient(std::array{1.0, 0.0}, g), 0.5);
    EXPECT_EQ(g, (std::array{-2.0, -1.0}));
}

TEST(DataLandscape, has_the_gradients_of_a_matrix_of_samples) {
    const auto mse = landscape("J(w1, w2, w3, b) = (w1 x1 + w2 x2 + w3 x3 + b - y)^2",
                               samples({{1, 2, 3, 7}, {4, 5, 6, 13}, {7, 8, 9, 19}, {10, 11, 12, 25}}));
    std::array<double, 4> g{};
    std::array<double, 16> h{};
    EXPECT_EQ(mse.evaluator()->hessian(std::array{2.0, -1.0, 3.0, 1.0}, g, h), 189.0);
    EXPECT_EQ(g, (std::array{177.0, 201.0, 225.0, 24.0}));
    // 2/n XᵀX, with a column of ones for b.
    EXPECT_EQ(h[0], 2.0 / 4 * (1 + 16 + 49 + 100));
    EXPECT_EQ(h[1], h[4]);
    EXPECT_EQ(h[15], 2.0);
}

const std::string_view losses[] = {
    "J(w, b) = (y - (w x + b))^2/2 + λ abs(w)",
    "J(w, b) = softplus(w x + b) - y*(w x + b)",
    "J(w, b) = relu(1 - (2y - 1)*(w x + b))",
    "J(w, b) = (y - tanh(w x + b))^2/2 + λ w²/2",
};

TEST(DataLandscape, is_the_sum_of_its_samples_formulas) {
    const DataSet data = generate(Line{.samples = 5});
    for (const std::string_view text : losses) {
        const auto whole = landscape(text, data, {0.3, 0.3, 0.3});
        const std::array point{0.7, -0.4};
        double f = 0, fw = 0, hwb = 0;
        std::array<double, 2> g{};
        std::array<double, 4> h{};
        for (std::size_t i = 0; i < 5; ++i) {
            Numbers parameters;
            for (const std::string& name : whole.loss().parameters())
                parameters.push_back(data.find(name) ? data.find(name)->numbers[i] : 0.3);
            f += FormulaLandscape(whole.loss(), parameters).evaluator()->hessian(point, g, h);
            fw += g[0];
            hwb += h[1];
        }
        EXPECT_EQ(whole.evaluator()->hessian(point, g, h), f / 5) << text;
        EXPECT_EQ(g[0], fw / 5) << text;
        EXPECT_EQ(h[1], hwb / 5) << text;
        EXPECT_EQ(h[2], h[1]) << text;
        std::array<double, 2> again{};
        EXPECT_EQ(whole.evaluator()->gradient(point, again), whole.evaluator()->value(point)) << text;
        EXPECT_EQ(again, g) << text;
    }
}

TEST(DataLandscape, looks_the_same_in_pictures) {
    const DataSet data = generate(Line{.samples = 7});
    Numbers xs, ys;
    for (int i = 0; i < 71; ++i) xs.push_back(-2 + 0.05 * i);
    for (int i = 0; i < 67; ++i) ys.push_back(-1 + 0.04 * i);
    for (const std::string_view text : losses) {
        const auto whole = landscape(text, data, {0.3, 0.3, 0.3});
        const auto evaluator = whole.evaluator();
        Numbers f(xs.size() * ys.size()), fx(f), fy(f), only(f);
        whole.grid_gradients(xs, ys, f, fx, fy);
        whole.grid_values(xs, ys, only);
        Numbers px, py;
        for (const double y : ys)
            for (const double x : xs) px.push_back(x), py.push_back(y);
        Numbers g(f), gx(f), gy(f);
        whole.gradients(px, py, g, gx, gy);
        for (std::size_t i = 0; i < f.size(); ++i) {
            std::array<double, 2> slope{};
            const double value = evaluator->gradient(std::array{px[i], py[i]}, slope);
            const double bound = 1e-12 * (1 + std::abs(value));
            EXPECT_NEAR(f[i], value, bound);
            EXPECT_NEAR(only[i], value, bound);
            EXPECT_NEAR(g[i], value, bound);
            // Where a sample is at its kink to the last digit the pictures may choose the other side.
            EXPECT_NEAR(fx[i], slope[0], 1e-11) << text;
            EXPECT_NEAR(gx[i], slope[0], 1e-11) << text;
            EXPECT_NEAR(fy[i], slope[1], 1e-11) << text;
            EXPECT_NEAR(gy[i], slope[1], 1e-11) << text;
        }
    }
}

TEST(DataLandscape, is_undefined_where_one_sample_is) {
    const auto logarithm = landscape("J(w, b) = ln(w + x) + b", samples({{3, 0}, {1, 0}}));
    std::array<double, 2> g{};
    EXPECT_TRUE(std::isnan(logarithm.evaluator()->gradient(std::array{-2.0, 0.0}, g)));
    EXPECT_TRUE(std::isnan(g[0]) && std::isnan(g[1]));
    Numbers f(1), fx(1), fy(1);
    logarithm.gradients(Numbers{-2.0}, Numbers{0.0}, f, fx, fy);
    EXPECT_TRUE(std::isnan(f[0]) && std::isnan(fx[0]) && std::isnan(fy[0]));
    for (Numbers* numbers : {&f, &fx, &fy}) numbers->resize(2);
    logarithm.grid_gradients(Numbers{-2.0, 2.0}, Numbers{0.0}, f, fx, fy);
    EXPECT_TRUE(std::isnan(f[0]) && std::isnan(fy[0]));
    EXPECT_FALSE(std::isnan(f[1]));
}

TEST(DataLandscape, has_a_kink_where_one_sample_has) {
    const auto hinge = landscape("J(w, b) = relu(1 - (2y - 1)*(w x + b))", samples({{1, 1}, {-3, 0}}));
    const auto evaluator = hinge.evaluator();
    EXPECT_TRUE(evaluator->differentiable(std::array{0.25, 0.0}));
    EXPECT_FALSE(evaluator->differentiable(std::array{1.0, 0.0}));
    std::array<double, 2> g{};
    evaluator->gradient(std::array{1.0, 0.0}, g);  // as torch.relu has it
    EXPECT_EQ(g, (std::array{0.0, 0.0}));
}

TEST(DataLandscape, over_a_batch_is_what_the_steps_see) {
    const DataSet data = generate(Blobs{.samples = 9});
    const Formula loss = Formula::parse("J(w1, w2) = softplus(w1 x1 + w2 x2) - y*(w1 x1 + w2 x2)").value();
    const Split parts = split(9, 0.3, 1);
    const Batches batches{.size = 2, .seed = 4};
    const DataLandscape whole(
        loss,
        {.training = subset(data, parts.training), .validation = subset(data, parts.validation), .batches = batches},
        Numbers(3, 1.0));
    const auto training = whole.training();
    ASSERT_NE(training, nullptr);
    EXPECT_TRUE(training->has_batches());
    EXPECT_EQ(training->steps_per_epoch(), 3);
    const std::array point{0.3, -1.2};
    BatchSource source(batches, 6);
    for (const int step : {0, 1, 2, 3, 1}) {
        training->choose(step);
        const auto chosen = source.at(step);
        EXPECT_EQ(training->batch().value(point), whole.over(chosen).evaluator()->value(point));
    }
    ASSERT_TRUE(training->validates());
    const DataLandscape held_out(loss, {.training = subset(data, parts.validation)}, Numbers(3, 1.0));
    EXPECT_EQ(training->validation_loss(point), held_out.evaluator()->value(point));
    EXPECT_EQ(cost(whole), 6U);

    const DataLandscape plain(loss, {.training = data, .batches = {.size = 9}}, Numbers(3, 1.0));
    EXPECT_EQ(plain.training(), nullptr);
}

TEST(DataLandscape, is_defined_for_one_sample_and_for_equal_ones) {
    const auto flat = landscape("J(w, b) = (y - (w x + b))^2/2", samples({{1, 2}, {1, 2}, {1, 2}}));
    std::array<double, 2> g{};
    std::array<double, 4> h{};
    EXPECT_EQ(flat.evaluator()->hessian(std::array{1.0, 1.0}, g, h), 0.0);
    EXPECT_EQ(h, (std::array{1.0, 1.0, 1.0, 1.0}));  // a valley: one direction does not matter
}

}  // namespace
}  // namespace thalweg
