#include "core/formula/grid_calculator.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <string>

#include "core/formula/formula.h"

namespace thalweg {
namespace {

std::uint64_t bits(double value) {
    return std::bit_cast<std::uint64_t>(value);
}

/// A block of one number.
Block block_of(double value) {
    Block block;
    block.fill(value);
    return block;
}

TEST(GridCalculator, GivesTheBitsOfEveryNodeOnItsOwn) {
    const std::vector<std::string> texts = {
        "(x² + y − 11)² + (x + y² − 7)²",
        "exp(-x²) cos(2πy) + a sin(x y)",
        "ln(x) + sqrt(y)",
        "a + 2",
        "a sin(y)",
        "x³/a",
        "f(u) = atan(u)",
    };
    std::vector<double> x, y;
    for (std::size_t i = 0; i < Block::size + 5; ++i) x.push_back(-1.0 + 0.03 * static_cast<double>(i));
    for (std::size_t i = 0; i < Block::size + 3; ++i) y.push_back(2.0 - 0.05 * static_cast<double>(i));
    for (const std::string& text : texts) {
        const Formula formula = Formula::parse(text).value();
        const Program& program = formula.hessian_program();
        const std::vector<double> parameters(program.parameters, 0.75);
        GridCalculator grid(program, parameters);
        Calculator<Block> node(program, std::vector<Block>(program.parameters, block_of(0.75)));
        std::size_t nodes = 0;
        grid.run(x, y, [&](std::size_t row, std::size_t column, std::size_t count) {
            nodes += count;
            for (std::size_t i = 0; i < count; i += 7) {
                node.variables()[0] = block_of(x[column + i]);
                if (program.variables > 1) node.variables()[1] = block_of(y[row]);
                node.evaluate();
                for (std::size_t k = 0; k < program.outputs.size(); ++k) {
                    EXPECT_EQ(bits(grid.output(k).values.at(i)), bits(node.output(k).values[0]))
                        << text << ", output " << k << " at " << x[column + i] << ", " << y[row];
                }
            }
        });
        EXPECT_EQ(nodes, x.size() * y.size()) << text;
    }
}

TEST(GridCalculator, HasNothingToDoWithoutNodes) {
    const Formula formula = Formula::parse("x + y").value();
    GridCalculator grid(formula.value_program(), {});
    const std::vector some{1.0, 2.0};
    const auto fail = [](std::size_t, std::size_t, std::size_t) { ADD_FAILURE(); };
    grid.run({}, some, fail);
    grid.run(some, {}, fail);
}

}  // namespace
}  // namespace thalweg
