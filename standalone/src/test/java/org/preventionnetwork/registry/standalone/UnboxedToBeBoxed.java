package org.preventionnetwork.registry.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** Where compiled code takes a number out of its box and, with nothing in between but a jump, puts it into one. */
final class UnboxedToBeBoxed {
    private static final Set<String> BOXES = Set.of(
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Boolean",
            "java/lang/Character");
    private static final Set<Integer> WIDENS = Set.of(
            Opcodes.I2L, Opcodes.I2D, Opcodes.I2F, Opcodes.L2D, Opcodes.L2F, Opcodes.F2D, Opcodes.I2B, Opcodes.I2S);

    private enum Kind {
        UNBOXES,
        WIDENS,
        BOXES,
        LABEL,
        JUMP,
        OTHER
    }

    private record Step(Kind kind, Label label, int line) {}

    private UnboxedToBeBoxed() {}

    /** @return method and line of each */
    static List<String> in(byte[] type) {
        List<String> found = new ArrayList<>();
        new ClassReader(type)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new Steps(name, found);
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        return found;
    }

    private static final class Steps extends MethodVisitor {
        private final String method;
        private final List<String> found;
        private final List<Step> steps = new ArrayList<>();
        private int line;

        Steps(String method, List<String> found) {
            super(Opcodes.ASM9);
            this.method = method;
            this.found = found;
        }

        private void step(Kind kind, Label label) {
            steps.add(new Step(kind, label, line));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            boolean box = BOXES.contains(owner);
            if (box && name.endsWith("Value") && descriptor.startsWith("()")) {
                step(Kind.UNBOXES, null);
            } else if (box && name.equals("valueOf") && descriptor.matches("\\([A-Z]\\)L.*")) {
                step(Kind.BOXES, null);
            } else {
                step(Kind.OTHER, null);
            }
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            step(opcode == Opcodes.GOTO ? Kind.JUMP : Kind.OTHER, label);
        }

        @Override
        public void visitLabel(Label label) {
            step(Kind.LABEL, label);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitInsn(int opcode) {
            step(WIDENS.contains(opcode) ? Kind.WIDENS : Kind.OTHER, null);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, org.springframework.asm.Handle bootstrap, Object... arguments) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitLdcInsn(Object value) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitIincInsn(int index, int increment) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            step(Kind.OTHER, null);
        }

        @Override
        public void visitEnd() {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).kind() == Kind.UNBOXES && isBoxedNext(i + 1)) {
                    found.add(method + ":" + steps.get(i).line());
                }
            }
        }

        private boolean isBoxedNext(int from) {
            int at = from;
            for (int hops = 0; at < steps.size() && hops < 1000; hops++) {
                switch (steps.get(at).kind()) {
                    case BOXES -> {
                        return true;
                    }
                    case LABEL, WIDENS -> at++;
                    case JUMP -> at = place(steps.get(at).label());
                    default -> {
                        return false;
                    }
                }
            }
            return false;
        }

        private int place(Label label) {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).kind() == Kind.LABEL && steps.get(i).label() == label) {
                    return i;
                }
            }
            return steps.size();
        }
    }
}
