# The program itself: one file per subcommand over the layers.
file(GLOB cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
add_executable(attache ${cli_sources})
target_link_libraries(attache attache_api attache_embedded CLI11::CLI11)
target_compile_definitions(attache PRIVATE ATTACHE_VERSION="${PROJECT_VERSION}")

# The library's example, compiled so that it stays true.
if(ATTACHE_TESTS)
  add_executable(attache_store_example ${PROJECT_SOURCE_DIR}/examples/store_library.cpp)
  target_link_libraries(attache_store_example attache_api attache_embedded)
endif()

if(ATTACHE_BENCH)
  add_executable(attache_throughput ${PROJECT_SOURCE_DIR}/bench/throughput.cpp)
  target_link_libraries(attache_throughput attache_api attache_embedded)
endif()
