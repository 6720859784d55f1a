#pragma once

#include "core/formula/graph.h"

namespace thalweg {

/// A node together with its graph, so that new nodes are written as mathematics: `cos(u) * du`.
/// All operands of an operation belong to the same graph.
struct Expression {
    Graph* graph = nullptr;
    NodeId id = 0;
};

/// The words of the rules in operators.def, for Expression: each row's function, + - * /, and those below.
namespace rules {

#define THALWEG_UNARY(name, ...)                                \
    inline Expression name(const Expression& u) {               \
        return {u.graph, u.graph->apply(Operator::name, u.id)}; \
    }
#define THALWEG_BINARY(name, ...)                                      \
    inline Expression name(const Expression& u, const Expression& v) { \
        return {u.graph, u.graph->apply(Operator::name, u.id, v.id)};  \
    }
#define THALWEG_TERNARY(name, ...)                                                          \
    inline Expression name(const Expression& u, const Expression& v, const Expression& w) { \
        return {u.graph, u.graph->apply(Operator::name, u.id, v.id, w.id)};                 \
    }
#include "core/formula/operators.def"

/// n and π, in the graph of u.
inline Expression number(const Expression& u, int n) {
    return {u.graph, u.graph->number(n)};
}
inline Expression pi(const Expression& u) {
    return {u.graph, u.graph->pi()};
}

/// slope · du, which is 0 in a direction in which nothing changes, whatever the slope.
inline Expression times(const Expression& slope, const Expression& du) {
    return multiply(slope, du);
}

}  // namespace rules

inline Expression operator+(const Expression& u, const Expression& v) {
    return rules::add(u, v);
}
inline Expression operator-(const Expression& u, const Expression& v) {
    return rules::subtract(u, v);
}
inline Expression operator*(const Expression& u, const Expression& v) {
    return rules::multiply(u, v);
}
inline Expression operator/(const Expression& u, const Expression& v) {
    return rules::divide(u, v);
}
inline Expression operator-(const Expression& u) {
    return rules::negate(u);
}
inline Expression operator+(int n, const Expression& u) {
    return rules::number(u, n) + u;
}
inline Expression operator-(int n, const Expression& u) {
    return rules::number(u, n) - u;
}
inline Expression operator-(const Expression& u, int n) {
    return u - rules::number(u, n);
}
inline Expression operator*(int n, const Expression& u) {
    return rules::number(u, n) * u;
}
inline Expression operator/(int n, const Expression& u) {
    return rules::number(u, n) / u;
}
inline Expression operator/(const Expression& u, int n) {
    return u / rules::number(u, n);
}

}  // namespace thalweg
