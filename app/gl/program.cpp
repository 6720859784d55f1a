#include "app/gl/program.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace thalweg::gl {
namespace {

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error(fmt::format("cannot read the shader {}", file.string()));
    return {std::istreambuf_iterator<char>(stream), {}};
}

unsigned compile(const std::filesystem::path& file) {
    const std::string source = read_file(file);
    const unsigned shader = glCreateShader(file.extension() == ".vert" ? GL_VERTEX_SHADER : GL_FRAGMENT_SHADER);
    const char* text = source.c_str();
    const auto length = static_cast<GLint>(source.size());
    glShaderSource(shader, 1, &text, &length);
    glCompileShader(shader);
    return shader;
}

bool compiled(unsigned shader) {
    GLint status = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &status);
    return status == GL_TRUE;
}

std::string compile_log(unsigned shader) {
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return log;
}

std::string link_log(unsigned program) {
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(program, static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return log;
}

}  // namespace

unsigned ProgramKind::create() {
    return glCreateProgram();
}
void ProgramKind::destroy(unsigned id) {
    glDeleteProgram(id);
}

Program::Program(const std::filesystem::path& folder, std::initializer_list<const char*> files)
    : program_(Handle<ProgramKind>::make()) {
    std::string names;
    for (const char* name : files) {
        const unsigned shader = compile(folder / name);
        glAttachShader(id(), shader);
        const bool good = compiled(shader);
        const std::string error = good ? "" : compile_log(shader);
        // Attached, it lives as long as the program does.
        glDeleteShader(shader);
        if (!good) {
            throw std::runtime_error(
                fmt::format("the shader {} does not compile: {}", (folder / name).string(), error));
        }
        names += (names.empty() ? "" : " + ") + std::string(name);
    }
    glLinkProgram(id());
    GLint status = GL_FALSE;
    glGetProgramiv(id(), GL_LINK_STATUS, &status);
    if (status != GL_TRUE) {
        throw std::runtime_error(fmt::format("the shaders {} do not link: {}", names, link_log(id())));
    }
}

void Program::use() const {
    glUseProgram(id());
}

void Program::set(const char* name, int value) const {
    glUniform1i(glGetUniformLocation(id(), name), value);
}
void Program::set(const char* name, float value) const {
    glUniform1f(glGetUniformLocation(id(), name), value);
}
void Program::set(const char* name, float x, float y) const {
    glUniform2f(glGetUniformLocation(id(), name), x, y);
}
void Program::set(const char* name, float x, float y, float z) const {
    glUniform3f(glGetUniformLocation(id(), name), x, y, z);
}
void Program::set(const char* name, float x, float y, float z, float w) const {
    glUniform4f(glGetUniformLocation(id(), name), x, y, z, w);
}
void Program::set_matrix(const char* name, std::span<const float, 16> columns) const {
    glUniformMatrix4fv(glGetUniformLocation(id(), name), 1, GL_FALSE, columns.data());
}

}  // namespace thalweg::gl
