import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * A step of the build: {@code Frames JAR DIRECTORY} writes the classes of a library that was compiled for Java 5 anew, with the
 * frames that today's verifier reads; the code stays what it is. Classes without frames go through the old verifier at every
 * start, as no class-data archive keeps them verified or linked: half of what a short command costs on JDK 25.
 */
public final class Frames {
    private Frames() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        try (JarFile jar = new JarFile(arguments[0])) {
            ClassLoader classes = new URLClassLoader(new URL[] {Path.of(arguments[0]).toUri().toURL()});
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        Path file = directory.resolve(name);
                        Files.createDirectories(file.getParent());
                        Files.write(file, renewed(in.readAllBytes(), classes));
                    }
                }
            }
        }
    }

    private static byte[] renewed(byte[] old, ClassLoader classes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }

            @Override
            protected String getCommonSuperClass(String first, String second) {
                try {
                    return super.getCommonSuperClass(first, second);
                } catch (TypeNotPresentException e) {
                    return "java/lang/Object"; // an optional part of the library, not there
                }
            }
        };
        new ClassReader(old).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(Opcodes.V17, access, name, signature, parent, interfaces);
            }
        }, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
