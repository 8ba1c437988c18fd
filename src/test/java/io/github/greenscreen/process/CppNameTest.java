package io.github.greenscreen.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CppNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dnnl::impl::cpu::x64::brgemm_convolution_utils::brg_blocking_t::est_eff_1x1()"
            + "|dnnl::impl::cpu::x64::brgemm_convolution_utils::brg_blocking_t::est_eff_1x1",
        "Unsafe_PutLong|Unsafe_PutLong",
        "_ZN2at6native3fooEv|_ZN2at6native3fooEv",
        "at::native::copy_(at::Tensor&, at::Tensor const&, bool)|at::native::copy_",
        "void at::native::foo<float, int>(at::TensorBase const&)|at::native::foo",
        "at::native::(anonymous namespace)::add_kernel(at::TensorIteratorBase&, c10::Scalar const&)"
            + "|at::native::(anonymous namespace)::add_kernel",
        "std::vector<std::pair<int, float>, std::allocator<int> >::at(unsigned long) const"
            + "|std::vector::at",
        "at::parallel_for(long)::{lambda(long, long)#1}::operator()(long, long) const"
            + "|at::parallel_for::{lambda}::operator()",
        "std::_Function_handler<void (int, int), f(int)::{lambda(int, int)#1}>::_M_invoke(std::_Any_data const&, int&&)"
            + "|std::_Function_handler::_M_invoke",
        "at::Tensor::operator[](long) const|at::Tensor::operator[]",
        "bool c10::operator<(c10::Half, c10::Half)|c10::operator<",
        "operator new(unsigned long)|operator new",
        "at::native::cut_off(at::Tensor const&, std::vector<int|at::native::cut_off",
        "dnnl_sgemm [clone .isra.0]|dnnl_sgemm",
      })
  void qualified_signature_isShortened(String signature, String name) {
    assertThat(CppName.qualified(signature)).isEqualTo(name);
  }
}
