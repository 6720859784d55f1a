#pragma once

#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>

#include "app/gl/handle.h"

namespace thalweg::gl {

struct ProgramKind {
    static unsigned create();
    static void destroy(unsigned id);
};

/// A shader program built from files. The stage of a file is its extension, .vert or .frag; several files of one stage
/// are linked together, so that shaders can share functions.
class Program {
  public:
    /// Throws std::runtime_error with the file's name and the driver's words when one cannot be read or built.
    Program(const std::filesystem::path& folder, std::initializer_list<const char*> files);

    /// Makes this the program in use; the setters below need that.
    void use() const;

    /// Uniforms by name; one that the shader does not use is ignored, as OpenGL does.
    void set(const char* name, int value) const;
    void set(const char* name, float value) const;
    void set(const char* name, float x, float y) const;
    void set(const char* name, float x, float y, float z) const;
    void set(const char* name, float x, float y, float z, float w) const;
    /// 4×4, by columns.
    void set_matrix(const char* name, std::span<const float, 16> columns) const;

    unsigned id() const { return program_.id(); }

  private:
    Handle<ProgramKind> program_;
};

}  // namespace thalweg::gl
