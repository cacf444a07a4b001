package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

class DebugInformationTests {
    private static final String USER = """
            @Mapped public class User {
                @Id private Integer id; private String name; private long count;
                public User(String given) {
                    String trimmed = given.strip();
                    this.name = trimmed;
                }
                public long longest(List<User> others) {
                    long best = count;
                    for (User other : others) {
                        long candidate = other.count;
                        if (candidate > best && other.name != null) {
                            best = candidate;
                        }
                    }
                    try {
                        count = best;
                    } finally {
                        id = 1;
                    }
                    return best;
                }
                public int fail() {
                    return name
                            .length();
                }
            }
            """;

    private final Compiled enhanced = TestCompiler.compile(USER).clean();
    private final Compiled plain =
            new TestCompiler().sources(USER).options("-proc:none").compile().clean();

    @Test
    void linesVariablesAndFramesOfWrittenMethodsAreUntouched() {
        Map<String, List<String>> before = describe(plain.classFile("p.User"));
        Map<String, List<String>> after = describe(enhanced.classFile("p.User"));
        assertThat(before).hasSize(3);
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void stackTraceNamesTheLine() {
        Object user = enhanced.construct("p.User", " ed ");
        ((io.athanor.orm.instrument.Instrumented) user).$orm$set(1, null);
        assertThatThrownBy(() -> Compiled.call(user, "fail"))
                .isInstanceOf(NullPointerException.class)
                .satisfies(e -> {
                    assertThat(e.getStackTrace()[0].getMethodName()).isEqualTo("fail");
                    assertThat(e.getStackTrace()[0].getLineNumber()).isEqualTo(25);
                });
    }

    @Test
    void parametersKeepTheirNames() {
        assertThat(enhanced.load("p.User").getDeclaredMethods())
                .filteredOn(m -> m.getName().equals("longest"))
                .allSatisfy(m -> assertThat(m.getParameters()[0].getName()).isEqualTo("others"));
    }

    private static Map<String, List<String>> describe(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        Map<String, List<String>> methods = new TreeMap<>();
        for (MethodNode method : node.methods) {
            methods.put(method.name + method.desc, describe(method));
        }
        return methods;
    }

    private static List<String> describe(MethodNode method) {
        List<String> facts = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode line) {
                facts.add("line " + line.line + " at " + method.instructions.indexOf(line.start));
            } else if (instruction instanceof FrameNode frame) {
                facts.add("frame " + frame.type + " " + frame.local + " " + frame.stack + " at "
                        + method.instructions.indexOf(frame));
            }
        }
        for (LocalVariableNode variable :
                method.localVariables == null ? List.<LocalVariableNode>of() : method.localVariables) {
            facts.add("variable " + variable.name + " " + variable.desc + " " + variable.index);
        }
        facts.add("stack " + method.maxStack + " locals " + method.maxLocals);
        return facts;
    }
}
