# Compiles the lexicon and builds it, with the model, into the library attache_embedded.
set(ATTACHE_MODEL ${PROJECT_SOURCE_DIR}/models/english.model)
set(ATTACHE_CLASSIFIER ${PROJECT_SOURCE_DIR}/models/classifier.model)
set(ATTACHE_LEXICON_IMAGE ${PROJECT_BINARY_DIR}/lexicon.image)
set(embedded_bytes ${PROJECT_BINARY_DIR}/embedded_bytes.S)
set(embedded_versions ${PROJECT_BINARY_DIR}/embedded_versions.cpp)

add_executable(compile_lexicon ${PROJECT_SOURCE_DIR}/tools/compile_lexicon.cpp)
target_link_libraries(compile_lexicon attache_api)

file(GLOB_RECURSE lexicon_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lexicon/*)
add_custom_command(
  OUTPUT ${ATTACHE_LEXICON_IMAGE} ${embedded_versions}
  COMMAND compile_lexicon ${PROJECT_SOURCE_DIR}/lexicon ${ATTACHE_MODEL} ${ATTACHE_LEXICON_IMAGE} ${embedded_versions}
  DEPENDS compile_lexicon ${lexicon_files} ${ATTACHE_MODEL}
  COMMENT "Compiling the lexicon"
  VERBATIM)

configure_file(${PROJECT_SOURCE_DIR}/src/api/embedded_bytes.S.in ${embedded_bytes} @ONLY)
set_source_files_properties(${embedded_bytes} PROPERTIES OBJECT_DEPENDS "${ATTACHE_LEXICON_IMAGE};${ATTACHE_MODEL};${ATTACHE_CLASSIFIER}")
# The assembler's own warnings are for C++ sources; an assembly file takes none of them.
add_library(attache_embedded STATIC ${embedded_bytes} ${embedded_versions})
target_link_libraries(attache_embedded PUBLIC attache_api)

# Fuzzers of the whole program need what is built into it.
if(TARGET code_fuzz)
  target_link_libraries(code_fuzz attache_embedded)
endif()
