package im.sparrow.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JvmTest {

    @Test
    void the_heap_in_use_is_what_both_generations_use() {
        assertThat(Jvm.used("""
                9197:
                DefNew     total 25600K, used 18000K [0x00000000f0000000, 0x00000000f1bc0000, 0x00000000f2000000)
                 eden space 22784K,  78% used [0x00000000f0000000, 0x00000000f115c010, 0x00000000f1640000)
                 from space 2816K,   7% used [0x00000000f1640000, 0x00000000f16780d0, 0x00000000f1900000)
                Tenured    total 60208K, used 60060K [0x00000000f2000000, 0x00000000f5acc000, 0x0000000100000000)
                 the  space 60208K,  99% used [0x00000000f2000000, 0x00000000f5aa7150, 0x00000000f5acc000)
                Metaspace       used 70000K, committed 71000K, reserved 1114112K
                """)).isEqualTo(78_060L * 1024);
    }

    @Test
    void another_collector_is_not_taken_for_an_empty_heap() {
        assertThatThrownBy(() -> Jvm.used("garbage-first heap   total 262144K, used 4096K"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("garbage-first");
    }
}
