import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A step of the build: {@code Linked DIRECTORY CLASSPATH} writes all classes of a class path anew, so that a start has less to
 * link; what they do stays what it is.
 *
 * <ul>
 *   <li>Call sites of {@code invokedynamic} are linked anew by every process, and before JDK 24 a class-data archive spares it
 *       only part of that. A query of the data file comes by a hundred lambdas and twenty joined texts, most of them the
 *       database's: a tenth of its time. A lambda becomes a class, as if it had been written as one; a text is joined by a
 *       StringBuilder.
 *   <li>Classes compiled for Java 5 have no frames and go through the old verifier at every start, as no archive keeps them
 *       verified or linked: half of what a short command costs on JDK 25. They get the frames that today's verifier reads.
 * </ul>
 */
public final class Linked {
    private static final Type BUILDER = Type.getType(StringBuilder.class);
    private static final Type TEXT = Type.getType(String.class);
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type CHARACTER = Type.getType(Character.class);
    private static final Method NEW = new Method("<init>", "()V");

    private final Path directory;
    private final ClassLoader classes;
    private final Map<String, List<String>> nests = new HashMap<>();

    private Linked(Path directory, ClassLoader classes) {
        this.directory = directory;
        this.classes = classes;
    }

    public static void main(String[] arguments) throws IOException {
        TreeMap<String, byte[]> found = new TreeMap<>();
        List<URL> urls = new ArrayList<>();
        for (String part : arguments[1].split(File.pathSeparator)) {
            Path path = Path.of(part);
            urls.add(path.toUri().toURL());
            if (Files.isDirectory(path)) {
                read(path, found);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    read(jar.getPath("/"), found);
                }
            }
        }
        Linked linked = new Linked(Path.of(arguments[0]), new URLClassLoader(urls.toArray(new URL[0])));
        // The outermost class has to name all of its nest, so it comes last.
        for (byte[] bytes : found.descendingMap().values()) {
            linked.renew(new ClassReader(bytes));
        }
    }

    private static void read(Path root, Map<String, byte[]> into) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString();
                if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.equals("module-info.class")) {
                    into.putIfAbsent(name.substring(0, name.lastIndexOf('.')), Files.readAllBytes(file));
                }
            }
        }
    }

    private void write(String name, ClassWriter writer) throws IOException {
        Path file = directory.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toByteArray());
    }

    private void renew(ClassReader reader) throws IOException {
        boolean old = reader.readUnsignedShort(6) < Opcodes.V1_6;
        ClassWriter writer = new ClassWriter(old ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }

            @Override
            protected String getCommonSuperClass(String first, String second) {
                try {
                    return super.getCommonSuperClass(first, second);
                } catch (TypeNotPresentException e) {
                    return "java/lang/Object"; // an optional part of a library, not there
                }
            }
        };
        Renewed renewed = new Renewed(writer, old);
        reader.accept(renewed, old ? ClassReader.SKIP_FRAMES : 0);
        write(renewed.name, writer);
        for (Map.Entry<String, ClassWriter> lambda : renewed.lambdas.entrySet()) {
            write(lambda.getKey(), lambda.getValue());
        }
    }

    /** One class, and the lambdas in it. */
    private final class Renewed extends ClassVisitor {
        private final boolean old;
        private final Map<String, ClassWriter> lambdas = new TreeMap<>();
        private final Map<Method, Object[]> joins = new HashMap<>();
        private String name = "";
        private String host = "";
        private int version;
        private boolean isInterface;

        Renewed(ClassWriter writer, boolean old) {
            super(Opcodes.ASM9, writer);
            this.old = old;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.version = old ? Opcodes.V17 : version;
            this.name = name;
            this.host = name;
            this.isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(this.version, access, name, signature, parent, interfaces);
        }

        @Override
        public void visitNestHost(String host) {
            this.host = host;
            super.visitNestHost(host);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
            return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, thrown)) {
                @Override
                public void visitInvokeDynamicInsn(String name, String descriptor, Handle maker, Object... arguments) {
                    if (maker.getName().equals("makeConcatWithConstants")) {
                        Method join = new Method("join$" + joins.size(), descriptor);
                        joins.put(join, arguments);
                        super.visitMethodInsn(
                                Opcodes.INVOKESTATIC, Renewed.this.name, join.getName(), descriptor, isInterface);
                    } else if (maker.getName().equals("metafactory") && version >= Opcodes.V11) {
                        String lambda = Renewed.this.name + "$$" + lambdas.size();
                        Method method = new Method(name, ((Type) arguments[0]).getDescriptor());
                        lambdas.put(lambda, lambda(lambda, descriptor, method, (Handle) arguments[1], (Type) arguments[2]));
                        nests.computeIfAbsent(host, any -> new ArrayList<>()).add(lambda);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda, "of", descriptor, false);
                    } else {
                        super.visitInvokeDynamicInsn(name, descriptor, maker, arguments);
                    }
                }
            };
        }

        @Override
        public void visitEnd() {
            joins.forEach(this::join);
            if (host.equals(name)) {
                nests.getOrDefault(name, List.of()).forEach(this::visitNestMember);
            }
            super.visitEnd();
        }

        /** Adds a method that joins what StringConcatFactory would: 1 stands for an argument, 2 for a constant. */
        private void join(Method join, Object[] recipe) {
            GeneratorAdapter code = code(cv, Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, join);
            code.newInstance(BUILDER);
            code.dup();
            code.invokeConstructor(BUILDER, NEW);
            int argument = 0;
            int constant = 1;
            StringBuilder words = new StringBuilder();
            for (char c : (recipe[0] + "\u0003").toCharArray()) {
                if (c == 2) {
                    words.append(recipe[constant++]);
                } else if (c > 3) {
                    words.append(c);
                } else {
                    if (words.length() > 0) {
                        code.push(words.toString());
                        append(code, TEXT);
                        words.setLength(0);
                    }
                    if (c == 1) {
                        code.loadArg(argument);
                        append(code, join.getArgumentTypes()[argument++]);
                    }
                }
            }
            code.invokeVirtual(BUILDER, new Method("toString", "()Ljava/lang/String;"));
            end(code);
        }

        private ClassWriter lambda(String name, String maker, Method method, Handle body, Type precise) {
            Type self = Type.getObjectType(name);
            Type face = Type.getReturnType(maker);
            Type[] held = Type.getArgumentTypes(maker);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            writer.visit(
                    version,
                    Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
                    name,
                    null,
                    OBJECT.getInternalName(),
                    new String[] {face.getInternalName()});
            writer.visitNestHost(host);
            Method constructor = new Method("<init>", Type.VOID_TYPE, held);
            GeneratorAdapter code = code(writer, Opcodes.ACC_PRIVATE, constructor);
            code.loadThis();
            code.invokeConstructor(OBJECT, NEW);
            for (int i = 0; i < held.length; i++) {
                writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "held" + i, held[i].getDescriptor(), null, null);
                code.loadThis();
                code.loadArg(i);
                code.putField(self, "held" + i, held[i]);
            }
            end(code);
            if (held.length == 0) {
                writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "ONE", face.getDescriptor(), null, null);
                code = code(writer, Opcodes.ACC_STATIC, new Method("<clinit>", "()V"));
                code.newInstance(self);
                code.dup();
                code.invokeConstructor(self, constructor);
                code.putStatic(self, "ONE", face);
                end(code);
            }
            code = code(writer, Opcodes.ACC_STATIC, new Method("of", maker));
            if (held.length == 0) {
                code.getStatic(self, "ONE", face);
            } else {
                code.newInstance(self);
                code.dup();
                code.loadArgs();
                code.invokeConstructor(self, constructor);
            }
            end(code);
            call(code(writer, Opcodes.ACC_PUBLIC, method), self, held, method, body, precise);
            writer.visitEnd();
            return writer;
        }

        private void call(GeneratorAdapter code, Type self, Type[] held, Method method, Handle body, Type precise) {
            Type owner = Type.getObjectType(body.getOwner());
            boolean made = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            boolean isStatic = body.getTag() == Opcodes.H_INVOKESTATIC;
            List<Type> taken = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
            if (made) {
                code.newInstance(owner);
                code.dup();
            } else if (!isStatic) {
                taken.add(0, owner);
            }
            for (int i = 0; i < held.length; i++) {
                code.loadThis();
                code.getField(self, "held" + i, held[i]);
                convert(code, held[i], held[i], taken.get(i));
            }
            for (int i = 0; i < method.getArgumentTypes().length; i++) {
                code.loadArg(i);
                convert(code, method.getArgumentTypes()[i], precise.getArgumentTypes()[i], taken.get(held.length + i));
            }
            int call = made
                    ? Opcodes.INVOKESPECIAL
                    : isStatic
                            ? Opcodes.INVOKESTATIC
                            : body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            code.visitMethodInsn(call, body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
            Type given = made ? owner : Type.getReturnType(body.getDesc());
            Type wanted = method.getReturnType();
            if (wanted != Type.VOID_TYPE) {
                convert(code, given, given, wanted);
            } else if (given.getSize() == 2) {
                code.pop2();
            } else if (given.getSize() == 1) {
                code.pop();
            }
            end(code);
        }
    }

    private static void append(GeneratorAdapter code, Type type) {
        Type taken =
                switch (type.getSort()) {
                    case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
                    case Type.OBJECT, Type.ARRAY -> type.equals(TEXT) ? TEXT : OBJECT;
                    default -> type;
                };
        code.invokeVirtual(BUILDER, new Method("append", BUILDER, new Type[] {taken}));
    }

    /** What LambdaMetafactory does to a value: casts, boxes and widens. {@code precise} is what a type parameter stands for. */
    private static void convert(GeneratorAdapter code, Type from, Type precise, Type to) {
        if (isPrimitive(to)) {
            Type bare = isPrimitive(from) ? from : precise.equals(CHARACTER) ? Type.CHAR_TYPE : to;
            if (bare != from) {
                code.unbox(bare);
            }
            if (bare != to) {
                code.cast(bare, to);
            }
        } else if (isPrimitive(from)) {
            code.valueOf(from);
        } else if (!from.equals(to)) {
            code.checkCast(to);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static GeneratorAdapter code(ClassVisitor to, int access, Method method) {
        GeneratorAdapter code = new GeneratorAdapter(access | Opcodes.ACC_SYNTHETIC, method, null, null, to);
        code.visitCode();
        return code;
    }

    private static void end(GeneratorAdapter code) {
        code.returnValue();
        code.endMethod();
    }
}
